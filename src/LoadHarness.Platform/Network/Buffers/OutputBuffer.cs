using System.Buffers;

namespace LoadHarness.Platform.Network.Buffers;

/// <summary>
/// What was written and the kernel has not yet taken, a reply or a request. One contiguous pooled array, so that it is
/// one write.
/// </summary>
/// <param name="keepsArray">
/// True keeps the array while it is empty: for the one buffer of a busy thread. False gives it back: for a buffer of
/// each of many connections.
/// </param>
public sealed class OutputBuffer(bool keepsArray = false) : IRevocableOutput
{
    private const int SmallestArray_bytes = 4 * 1024;
    private const int SmallestSpan_bytes = 256;

    private byte[] _array = [];
    private int _start;
    private int _end;

    /// <summary>Bytes that wait to be sent.</summary>
    public int Length => _end - _start;

    /// <summary>The bytes that wait to be sent.</summary>
    public ReadOnlySpan<byte> Pending => _array.AsSpan(_start, _end - _start);

    /// <summary>The same bytes, for a send that goes on while nobody waits for it.</summary>
    public ReadOnlyMemory<byte> PendingMemory => _array.AsMemory(_start, _end - _start);

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _array.Length - _end);
        _end += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _array.AsMemory(_end);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _array.AsSpan(_end);
    }

    /// <summary>The kernel has taken the first <paramref name="count"/> pending bytes.</summary>
    public void Sent(int count)
    {
        _start += count;
        if (_start == _end) Empty();
    }

    /// <summary>Takes back what was written after the pending length was <paramref name="length"/>.</summary>
    public void CutBack(int length)
    {
        _end = _start + length;
        if (length == 0) Empty();
    }

    /// <summary>Forgets what is pending.</summary>
    public void Clear() => Empty();

    private void Empty()
    {
        if (keepsArray) _start = _end = 0;
        else Release();
    }

    private void MakeRoom(int sizeHint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sizeHint);
        var wanted = Math.Max(sizeHint, SmallestSpan_bytes);
        if (_array.Length - _end >= wanted) return;
        var length = Length;
        var size = Math.Max(SmallestArray_bytes, checked(length + Math.Max(wanted, length)));
        var larger = ArrayPool<byte>.Shared.Rent(size);
        Pending.CopyTo(larger);
        Release();
        _array = larger;
        _end = length;
    }

    private void Release()
    {
        if (_array.Length > 0) ArrayPool<byte>.Shared.Return(_array);
        _array = [];
        _start = _end = 0;
    }
}
