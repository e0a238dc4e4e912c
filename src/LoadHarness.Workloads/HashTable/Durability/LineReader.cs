using LoadHarness.Platform.Files;

namespace LoadHarness.Workloads.HashTable.Durability;

/// <summary>Reads a file line by line from its beginning.</summary>
internal sealed class LineReader(IDurableFile file)
{
    private const int Piece = 64 * 1024;
    private const int LongestLine = 1 << 30;

    private byte[] _buffer = new byte[Piece];
    private int _start;
    private int _end;
    private long _read;

    /// <summary>Where the next line begins: the length of all lines read.</summary>
    public long Position => _read - (_end - _start);

    /// <summary>Reads the next line, without its newline. Valid until the next call.</summary>
    /// <returns>False at the end of the file, or when what remains has no newline.</returns>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        line = default;
        var searched = 0;
        while (true)
        {
            var newline = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                line = _buffer.AsSpan(_start, searched + newline);
                _start += searched + newline + 1;
                return true;
            }

            searched = _end - _start;
            if (searched == LongestLine || !Fill()) return false;
        }
    }

    private bool Fill()
    {
        var kept = _end - _start;
        if (_buffer.Length - kept < Piece)
            Array.Resize(ref _buffer, (int)Math.Min(2L * _buffer.Length, LongestLine + Piece));
        _buffer.AsSpan(_start, kept).CopyTo(_buffer);
        _start = 0;
        var count = file.ReadAt(_read, _buffer.AsSpan(kept, Math.Min(Piece, LongestLine - kept)));
        _end = kept + count;
        _read += count;
        return count > 0;
    }
}
