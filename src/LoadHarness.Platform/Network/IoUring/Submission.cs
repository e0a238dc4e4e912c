using System.Runtime.InteropServices;

namespace LoadHarness.Platform.Network.IoUring;

/// <summary><c>struct io_uring_sqe</c> of linux/io_uring.h: one request to the kernel.</summary>
[StructLayout(LayoutKind.Explicit, Size = 64)]
internal struct Submission
{
    public const byte PollAdd = 6;
    public const byte Accept = 13;
    public const byte AsyncCancel = 14;
    public const byte Connect = 16;
    public const byte Send = 26;
    public const byte Receive = 27;

    /// <summary>Flag: the kernel picks a buffer of the group.</summary>
    public const byte SelectBuffer = 1 << 5;

    /// <summary>Flag: success is not told.</summary>
    public const byte SkipSuccess = 1 << 6;

    /// <summary>Priority of a receive: wait for input first, because none is expected yet.</summary>
    public const ushort PollFirst = 1 << 0;

    /// <summary>Priority of a receive: one completion for each arrival, until told otherwise.</summary>
    public const ushort ReceiveMultishot = 1 << 1;

    /// <summary>Priority of an accept: one completion for each connection, until told otherwise.</summary>
    public const ushort AcceptMultishot = 1 << 0;

    /// <summary>Length of a poll: one completion for each event, until told otherwise.</summary>
    public const uint PollMultishot = 1 << 0;

    [FieldOffset(0)] public byte Operation;
    [FieldOffset(1)] public byte Flags;
    [FieldOffset(2)] public ushort Priority;
    [FieldOffset(4)] public int Descriptor;
    [FieldOffset(8)] public ulong Offset;
    [FieldOffset(16)] public ulong Address;
    [FieldOffset(24)] public uint Length;

    /// <summary>The operation's own flags: of send, accept, poll.</summary>
    [FieldOffset(28)] public uint OperationFlags;

    [FieldOffset(32)] public ulong UserData;
    [FieldOffset(40)] public ushort BufferGroup;
}
