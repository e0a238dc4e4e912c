namespace LoadHarness.Platform.Network.Buffers;

/// <summary>
/// Bytes that wait in one contiguous pooled array: appended at the end, consumed from the front. Holds no array while
/// empty.
/// Keeps unconsumed input and output that the kernel did not take. A field of its connection; never copy it.
/// </summary>
internal struct ByteQueue
{
    private byte[]? _buffer;
    private int _start;
    private int _end;

    /// <summary>Bytes waiting.</summary>
    public readonly int Length => _end - _start;

    /// <summary>The bytes waiting, oldest first. Valid until the next change.</summary>
    public readonly Span<byte> Bytes => _buffer.AsSpan(_start, Length);

    /// <summary>Adds a copy of the bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes, BufferPool pool)
    {
        if (bytes.IsEmpty) return;
        bytes.CopyTo(FreeTail(bytes.Length, pool));
        Commit(bytes.Length);
    }

    /// <summary>
    /// Room for new bytes behind the waiting ones; what was written there is taken over by <see cref="Commit"/>.
    /// </summary>
    public Span<byte> FreeTail(int minimum_bytes, BufferPool pool)
    {
        if (_buffer is null) _buffer = pool.Rent(minimum_bytes);
        else if (_buffer.Length - _end < minimum_bytes) MakeRoom(minimum_bytes, pool);
        return _buffer.AsSpan(_end);
    }

    /// <summary>The first <paramref name="count"/> bytes of <see cref="FreeTail"/> are filled.</summary>
    public void Commit(int count) => _end += count;

    /// <summary>Puts a copy of the bytes before the waiting ones.</summary>
    public void Prepend(ReadOnlySpan<byte> bytes, BufferPool pool)
    {
        var (old, start, end) = (_buffer, _start, _end);
        (_buffer, _start, _end) = (null, 0, 0);
        Append(bytes, pool);
        if (old is null) return;
        Append(old.AsSpan(start, end - start), pool);
        pool.Return(old);
    }

    /// <summary>Drops bytes from the front.</summary>
    public void Consume(int count, BufferPool pool)
    {
        _start += count;
        if (_start == _end) Clear(pool);
    }

    /// <summary>Drops all bytes and gives the array back.</summary>
    public void Clear(BufferPool pool)
    {
        if (_buffer is not null) pool.Return(_buffer);
        (_buffer, _start, _end) = (null, 0, 0);
    }

    private void MakeRoom(int minimum_bytes, BufferPool pool)
    {
        var old = _buffer!;
        // Shifting pays only while at most half of the array is in use; else every call would move much for little
        // room.
        var target = Length + minimum_bytes <= old.Length / 2 ? old : pool.Rent(checked(2 * (Length + minimum_bytes)));
        Bytes.CopyTo(target);
        (_buffer, _start, _end) = (target, 0, Length);
        if (target != old) pool.Return(old);
    }
}
