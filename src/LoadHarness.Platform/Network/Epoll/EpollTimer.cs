using System.Net.Sockets;
using LoadHarness.Platform.Network.Linux;

namespace LoadHarness.Platform.Network.Epoll;

/// <summary>
/// A timer descriptor on the monotonic clock: exact to the microsecond on every kernel, where the timeout of epoll_wait
/// has
/// only milliseconds. It is set again only for a moment before the one it stands at; waking too early is harmless.
/// </summary>
internal sealed unsafe class EpollTimer : IDisposable
{
    private const int MonotonicClockId = 1;
    private const int NonBlockingCloseOnExec = 0x800 | 0x80000;
    private const int Absolute = 1;
    private const long Never_ns = long.MaxValue;

    private long _armed_ns = Never_ns;

    /// <summary>Opens the descriptor.</summary>
    /// <exception cref="SocketException">No descriptor is left.</exception>
    public EpollTimer()
    {
        Descriptor = Libc.TimerCreate(MonotonicClockId, NonBlockingCloseOnExec);
        if (Descriptor < 0) throw new SocketException((int)LinuxErrors.Last);
    }

    public int Descriptor { get; }

    /// <summary>Makes sure that the descriptor becomes ready at the given monotonic time, or before.</summary>
    public void Arm(long due_ns)
    {
        if (_armed_ns <= due_ns) return;
        _armed_ns = due_ns;
        var setting = stackalloc nint[] { 0, 0, (nint)(due_ns / 1_000_000_000), (nint)(due_ns % 1_000_000_000) };
        _ = Libc.TimerSet(Descriptor, Absolute, setting, null);
    }

    /// <summary>The descriptor became ready: the moment is over.</summary>
    public void Fired() => _armed_ns = Never_ns;

    public void Dispose() => _ = Libc.Close(Descriptor);
}
