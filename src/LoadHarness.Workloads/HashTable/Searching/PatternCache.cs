using System.Globalization;
using System.Text.RegularExpressions;
using LoadHarness.Workloads.HashTable.Protocol;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.HashTable.Searching;

/// <summary>
/// Makes patterns from requests and keeps the last few. They run without backtracking where .NET can (time linear in
/// the key);
/// back-references and lookarounds backtrack. Every match of one key has a time limit of its own.
/// </summary>
/// <param name="isWhole">A pattern must match the whole key (Python's <c>re.fullmatch</c>), not a part of it.
/// </param>
internal sealed class PatternCache(bool isWhole)
{
    /// <summary>Longest pattern, characters of its JSON form.</summary>
    internal const int MaxLength = 4096;

    private const int Capacity = 64;
    private const int MaxAutomatonNodes = 10_000;

    /// <summary>
    /// A pattern that backtracks takes microseconds for a key, or explodes. So long everybody else waits when it does.
    /// </summary>
    private static readonly TimeSpan _longestBacktracking = TimeSpan.FromMilliseconds(10);

    /// <summary>Time linear in the key: what is slow is a key of a megabyte.</summary>
    private static readonly TimeSpan _longestMatch = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<byte[], Regex> _patterns = new(KeyComparer.Instance);
    private readonly Queue<byte[]> _inOrder = new();

    // Without it "((a{1,1000}){1,1000}){1,1000}" is unfolded to a thousand million states and takes all memory.
    static PatternCache() => AppContext.SetData("REGEX_NONBACKTRACKING_MAX_AUTOMATA_SIZE", MaxAutomatonNodes);

    /// <summary>The pattern of a request.</summary>
    /// <param name="token">Canonical JSON string.</param>
    /// <param name="problem">Why there is none, for people.</param>
    /// <returns>Null when it cannot be parsed or is too long.</returns>
    internal Regex? Get(ReadOnlySpan<byte> token, out string problem)
    {
        problem = string.Empty;
        if (_patterns.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(token, out var known)) return known;
        if (token.Length > MaxLength)
        {
            problem = string.Create(CultureInfo.InvariantCulture, $"longer than {MaxLength} characters");
            return null;
        }

        var made = Make(token, out problem);
        if (made is not null) Keep(token.ToArray(), made);
        return made;
    }

    private Regex? Make(ReadOnlySpan<byte> token, out string problem)
    {
        var characters = new char[token.Length];
        var pattern = PythonPattern.ToDotNet(new string(characters, 0, CanonicalJson.Decode(token, characters)));
        problem = string.Empty;
        try
        {
            var made = Make(pattern);
            // Made first as it is, so that a parenthesis too many does not close ours.
            return isWhole ? Make($"\\A(?:{pattern})\\z") : made;
        }
        catch (RegexParseException wrong)
        {
            problem = string.Create(CultureInfo.InvariantCulture, $"{wrong.Error} at offset {wrong.Offset}");
        }
        catch (Exception wrong) when (wrong is ArgumentException or InsufficientExecutionStackException)
        {
            problem = "not a pattern";
        }

        return null;
    }

    private static Regex Make(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, _longestMatch);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, _longestBacktracking);
        }
    }

    private void Keep(byte[] token, Regex pattern)
    {
        if (_inOrder.Count == Capacity) _patterns.Remove(_inOrder.Dequeue());
        _inOrder.Enqueue(token);
        _patterns.Add(token, pattern);
    }
}
