using System.Buffers;

namespace LoadHarness.Servers.Shared;

/// <summary>
/// What a peer has sent and the handler has not yet consumed. One contiguous pooled array that doubles only while the
/// handler
/// does not consume, which <see cref="Dialogue"/> bounds; nothing is held while it is empty, so idle connections cost
/// no buffer.
/// </summary>
internal sealed class InputBuffer
{
    private const int SmallestRead_bytes = 4 * 1024;
    private const int LargestRead_bytes = 64 * 1024;

    private byte[] _array = [];
    private int _start;
    private int _end;
    private int _read_bytes = SmallestRead_bytes;

    /// <summary>The bytes not yet consumed.</summary>
    public ReadOnlySpan<byte> Unconsumed => _array.AsSpan(_start, _end - _start);

    /// <summary>Where the next bytes go; never empty.</summary>
    public Span<byte> Space() => Room().Span;

    /// <summary>Like <see cref="Space"/>, for a read that goes on while nobody waits for it.</summary>
    public Memory<byte> Room()
    {
        if (_array.Length == 0) _array = ArrayPool<byte>.Shared.Rent(_read_bytes);
        else if (_end == _array.Length) MakeRoom();
        return _array.AsMemory(_end);
    }

    /// <summary>Takes in what was read into <see cref="Space"/> or <see cref="Room"/>.</summary>
    public void Received(int count)
    {
        _end += count;
        // A peer that fills the buffer in one read is sending in bulk: fewer, larger reads serve it better.
        if (_end == _array.Length && _start == 0) _read_bytes = Math.Min(_read_bytes * 2, LargestRead_bytes);
    }

    /// <summary>Forgets the first <paramref name="count"/> unconsumed bytes.</summary>
    public void Consume(int count)
    {
        _start += count;
        if (_start == _end) Release();
    }

    /// <summary>
    /// Gives the array back when nothing waits in it; for a connection that will not read for a while.
    /// </summary>
    public void Release()
    {
        if (_start < _end) return;
        if (_array.Length > 0) ArrayPool<byte>.Shared.Return(_array);
        _array = [];
        _start = _end = 0;
    }

    /// <summary>Gives the array back whatever is in it; last of all.</summary>
    public void Discard()
    {
        _start = _end;
        Release();
    }

    private void MakeRoom()
    {
        var waiting = Unconsumed;
        // Moving down only when it frees half of the array keeps the copying in proportion to the bytes received.
        if (_start >= _array.Length / 2)
        {
            waiting.CopyTo(_array);
        }
        else
        {
            var larger = ArrayPool<byte>.Shared.Rent(_array.Length * 2);
            waiting.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_array);
            _array = larger;
        }

        _end -= _start;
        _start = 0;
    }
}
