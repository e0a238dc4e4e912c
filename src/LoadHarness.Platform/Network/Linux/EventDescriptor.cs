using System.Net.Sockets;

namespace LoadHarness.Platform.Network.Linux;

/// <summary>
/// An event descriptor by which any thread ends the loop's wait. It is watched for edges, and every write makes one,
/// so it is never read; its counter would overflow after 2⁶⁴ wakes.
/// </summary>
internal sealed unsafe class EventDescriptor : IDisposable
{
    private const int NonBlockingCloseOnExec = 0x800 | 0x80000;

    private readonly Lock _closing = new();
    private bool _isClosed;

    /// <summary>Opens the descriptor.</summary>
    /// <exception cref="SocketException">No descriptor is left.</exception>
    public EventDescriptor()
    {
        Descriptor = Libc.EventDescriptor(0, NonBlockingCloseOnExec);
        if (Descriptor < 0) throw new SocketException((int)LinuxErrors.Last);
    }

    public int Descriptor { get; }

    /// <summary>
    /// Wakes. Harmless after the end of the loop: a descriptor's number may belong to somebody else by then.
    /// </summary>
    public void Wake()
    {
        lock (_closing)
        {
            var one = 1UL;
            if (!_isClosed) _ = Libc.Write(Descriptor, &one, sizeof(ulong));
        }
    }

    public void Dispose()
    {
        lock (_closing)
        {
            if (!_isClosed) _ = Libc.Close(Descriptor);
            _isClosed = true;
        }
    }
}
