using System.Numerics;

namespace LoadHarness.Platform.Network.Buffers;

/// <summary>
/// Byte arrays of one loop for reuse, by powers of two. A loop has one thread, so there is no lock, and what was
/// rented once is there the next time: the steady state allocates nothing.
/// </summary>
internal sealed class BufferPool
{
    private const int SmallestBits = 10;
    private const int LargestKeptBits = 24;
    private const long Kept_bytes = 128L << 20;

    private readonly Stack<byte[]>[] _free = new Stack<byte[]>[LargestKeptBits - SmallestBits + 1];
    private long _kept_bytes;

    public BufferPool()
    {
        for (var i = 0; i < _free.Length; i++) _free[i] = new Stack<byte[]>();
    }

    /// <summary>An array of at least the given length, with arbitrary content.</summary>
    public byte[] Rent(int minimum_bytes)
    {
        var bits = Math.Max(SmallestBits, BitOperations.Log2((uint)Math.Max(minimum_bytes, 2) - 1) + 1);
        if (bits > LargestKeptBits) return GC.AllocateUninitializedArray<byte>(minimum_bytes);
        if (!_free[bits - SmallestBits].TryPop(out var buffer))
            return GC.AllocateUninitializedArray<byte>(1 << bits);
        _kept_bytes -= buffer.Length;
        return buffer;
    }

    /// <summary>Takes an array back, unless enough are kept already.</summary>
    public void Return(byte[] buffer)
    {
        var bits = BitOperations.Log2((uint)buffer.Length);
        if (bits > LargestKeptBits || 1 << bits != buffer.Length || _kept_bytes + buffer.Length > Kept_bytes) return;
        _kept_bytes += buffer.Length;
        _free[bits - SmallestBits].Push(buffer);
    }
}
