using System.Net.Sockets;
using System.Runtime.InteropServices;
using LoadHarness.Platform.Network.Linux;

namespace LoadHarness.Platform.Network.Epoll;

/// <summary>An epoll descriptor and the array its events arrive in.</summary>
internal sealed unsafe class EpollSet : IDisposable
{
    public const uint In = 0x001;
    public const uint Out = 0x004;
    public const uint Error = 0x008;
    public const uint HangUp = 0x010;
    public const uint PeerEnded = 0x2000;
    public const uint Edge = 1u << 31;

    private const int CloseOnExec = 0x80000;
    private const int Capacity = 1024;
    private const int AddOperation = 1;
    private const int ModifyOperation = 3;

    /// <summary>
    /// The kernel packs its event (32 bits of events, 64 bits of the owner's data) on x86 and aligns the data
    /// everywhere else.
    /// </summary>
    private static readonly int _dataOffset =
        RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.X86 ? 4 : 8;

    private readonly int _descriptor;
    private readonly byte* _events;

    /// <summary>Opens the descriptor.</summary>
    /// <exception cref="SocketException">No descriptor is left.</exception>
    public EpollSet()
    {
        _descriptor = Libc.EpollCreate(CloseOnExec);
        if (_descriptor < 0) throw new SocketException((int)LinuxErrors.Last);
        _events = (byte*)NativeMemory.AllocZeroed(Capacity, (nuint)Stride);
    }

    private static int Stride => _dataOffset + sizeof(ulong);

    /// <summary>Watches a descriptor until it is closed.</summary>
    public SocketError Add(int descriptor, uint events, ulong data) => Control(AddOperation, descriptor, events, data);

    /// <summary>Changes what is watched for.</summary>
    public SocketError Modify(int descriptor, uint events, ulong data) =>
        Control(ModifyOperation, descriptor, events, data);

    /// <summary>Waits for events.</summary>
    /// <param name="timeout_ms">−1: without end; 0: only looks.</param>
    /// <returns>Number of events; 0 when interrupted.</returns>
    public int Wait(int timeout_ms) => Math.Max(0, Libc.EpollWait(_descriptor, _events, Capacity, timeout_ms));

    /// <summary>What happened to the i-th of the last wait.</summary>
    public uint EventsAt(int index) => *(uint*)(_events + index * Stride);

    /// <summary>The data of the i-th of the last wait.</summary>
    public ulong DataAt(int index) => *(ulong*)(_events + index * Stride + _dataOffset);

    public void Dispose()
    {
        _ = Libc.Close(_descriptor);
        NativeMemory.Free(_events);
    }

    private SocketError Control(int operation, int descriptor, uint events, ulong data)
    {
        var happening = stackalloc byte[16];
        *(uint*)happening = events;
        *(ulong*)(happening + _dataOffset) = data;
        return Libc.EpollControl(_descriptor, operation, descriptor, happening) == 0
            ? SocketError.Success : LinuxErrors.Last;
    }
}
