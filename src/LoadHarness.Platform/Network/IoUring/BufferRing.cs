using System.Runtime.InteropServices;

namespace LoadHarness.Platform.Network.IoUring;

/// <summary>
/// The buffers of which the kernel picks one for each arrival, shared by all connections: an idle connection holds
/// none. Native memory, because the kernel writes into it at any time.
/// </summary>
internal sealed unsafe class BufferRing : IDisposable
{
    /// <summary>Group number that receives name.</summary>
    public const ushort Group = 0;

    private const uint Count = 1024;
    private const uint Size_bytes = 8 * 1024;

    /// <summary>Buffers begin at different lines of the processor's cache, so small messages do not evict each other.
    /// </summary>
    private const uint Stride_bytes = Size_bytes + 64;

    private const uint RegisterOperation = 22;
    private const nuint PageSize_bytes = 4096;
    private const int EntrySize_bytes = 16;
    private const int TailOffset = 14;

    private readonly byte* _entries;
    private readonly byte* _memory;
    private ushort _tail;

    private BufferRing()
    {
        _entries = (byte*)NativeMemory.AlignedAlloc(Count * EntrySize_bytes, PageSize_bytes);
        NativeMemory.Clear(_entries, Count * EntrySize_bytes);
        _memory = (byte*)NativeMemory.AlignedAlloc(Count * Stride_bytes, PageSize_bytes);
    }

    /// <summary>Makes the buffers and hands them to the ring; null when the kernel does not take them.</summary>
    public static BufferRing? Register(Ring ring, out int errorNumber)
    {
        var buffers = new BufferRing();
        var registration = stackalloc ulong[5]; // struct io_uring_buf_reg: address, entries and group, reserved.
        (registration[0], registration[1]) = ((ulong)buffers._entries, Count | ((ulong)Group << 32));
        (registration[2], registration[3], registration[4]) = (0, 0, 0);
        var outcome = UringCalls.Register(ring.Descriptor, RegisterOperation, registration, 1);
        errorNumber = Marshal.GetLastSystemError();
        if (outcome >= 0)
        {
            for (var i = 0; i < Count; i++) buffers.Return(i);
            return buffers;
        }

        buffers.Dispose();
        return null;
    }

    /// <summary>The first bytes of a buffer.</summary>
    public ReadOnlySpan<byte> Bytes(int buffer, int length) => new(_memory + buffer * Stride_bytes, length);

    /// <summary>Gives a buffer back to the kernel.</summary>
    public void Return(int buffer)
    {
        var entry = _entries + (_tail & (Count - 1)) * EntrySize_bytes;
        *(ulong*)entry = (ulong)(_memory + buffer * Stride_bytes);
        *(uint*)(entry + 8) = Size_bytes;
        *(ushort*)(entry + 12) = (ushort)buffer;
        Volatile.Write(ref *(ushort*)(_entries + TailOffset), ++_tail);
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(_entries);
        NativeMemory.AlignedFree(_memory);
    }
}
