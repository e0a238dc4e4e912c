using System.Text.RegularExpressions;
using LoadHarness.Workloads.HashTable.Protocol;

namespace LoadHarness.Workloads.HashTable.Searching;

/// <summary>Keys in which a pattern is found, anywhere (Python's <c>re.search</c>).</summary>
internal sealed class PatternMatcher(Regex pattern) : IEntryMatcher
{
    private char[] _text = new char[256];

    public bool IsCostly => !pattern.Options.HasFlag(RegexOptions.NonBacktracking);

    public bool Matches(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        if (_text.Length < key.Length) _text = new char[key.Length];
        var text = _text.AsSpan(0, CanonicalJson.Decode(key, _text));
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            // The limit is by the clock, and a thread that was kept off its CPU looks like a slow pattern. A slow
            // pattern is slow again.
            return pattern.IsMatch(text);
        }
    }
}
