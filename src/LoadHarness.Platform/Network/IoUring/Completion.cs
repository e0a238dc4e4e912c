using System.Runtime.InteropServices;

namespace LoadHarness.Platform.Network.IoUring;

/// <summary><c>struct io_uring_cqe</c> of linux/io_uring.h: the outcome of one request, or of one shot of it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Completion
{
    private const uint BufferFlag = 1 << 0;
    private const uint MoreFlag = 1 << 1;
    private const int BufferShift = 16;

    public ulong UserData;

    /// <summary>A number of bytes, a descriptor, an event mask; negative: an error number.</summary>
    public int Result;

    public uint Flags;

    /// <summary>The kernel picked a buffer: <see cref="Buffer"/>.</summary>
    public readonly bool HasBuffer => (Flags & BufferFlag) != 0;

    /// <summary>The request stands and will complete again.</summary>
    public readonly bool HasMore => (Flags & MoreFlag) != 0;

    /// <summary>Number of the buffer that holds the bytes.</summary>
    public readonly int Buffer => (int)(Flags >> BufferShift);
}
