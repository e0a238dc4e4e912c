using System.Text.RegularExpressions;
using LoadHarness.Workloads.HashTable.Protocol;

namespace LoadHarness.Workloads.HashTable.Searching;

/// <summary>Keys in which a pattern is found, anywhere (Python's <c>re.search</c>).</summary>
/// <param name="patterns">Makes it; whoever calls this has its turn there, too.</param>
/// <param name="token">The pattern, a canonical JSON string.</param>
internal sealed class PatternMatcher(PatternCache patterns, byte[] token) : IEntryMatcher
{
    private Regex? _pattern;
    private char[] _text = new char[256];

    public bool IsCostly => !_pattern!.Options.HasFlag(RegexOptions.NonBacktracking);

    public bool TryPrepare(out string problem)
    {
        _pattern = patterns.Get(token, out problem);
        return _pattern is not null;
    }

    public bool Matches(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        if (_text.Length < key.Length) _text = new char[key.Length];
        return _pattern!.IsMatch(_text.AsSpan(0, CanonicalJson.Decode(key, _text)));
    }
}
