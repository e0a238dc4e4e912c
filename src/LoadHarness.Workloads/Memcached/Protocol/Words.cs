using System.Buffers.Text;

namespace LoadHarness.Workloads.Memcached.Protocol;

/// <summary>The words of a line, one after the other.</summary>
/// <param name="line">A line without its end.</param>
internal ref struct Words(ReadOnlySpan<byte> line)
{
    private ReadOnlySpan<byte> _rest = line;

    /// <summary>The next word; empty when there is none.</summary>
    public ReadOnlySpan<byte> Next()
    {
        _rest = _rest.TrimStart((byte)' ');
        var length = _rest.IndexOf((byte)' ');
        var word = length < 0 ? _rest : _rest[..length];
        _rest = _rest[word.Length..];
        return word;
    }

    /// <summary>The next word as a number that is not negative.</summary>
    public bool TryNext(out long number)
    {
        var word = Next();
        return Utf8Parser.TryParse(word, out number, out var used) && used == word.Length && number >= 0;
    }
}
