using LoadHarness.Workloads.HashTable.Framings;
using LoadHarness.Workloads.HashTable.Protocol;

namespace LoadHarness.Workloads.HashTable.Dialects;

/// <summary>
/// How requests and replies of the hash table are written and read, on both sides. Never changes; one serves all.
/// </summary>
public sealed class Dialect
{
    private readonly Template[] _requests;
    private readonly Template[] _replies;
    private readonly Template[,] _failures;
    private readonly bool[] _closes;

    internal Dialect(
        DialectText text, Template[] requests, Template[] replies, Template? overwrite, Template[,] failures,
        RequestMembers members)
    {
        (_requests, _replies, _failures) = (requests, replies, failures);
        _closes = [.. DialectKeys.Failures.Select(key => text.CloseAfter.Contains(key, StringComparer.Ordinal))];
        Name = text.Name;
        Framing = FramingNames.Find(text.Framing)!;
        MatchesWhole = string.Equals(text.Match, DialectText.WholeMatch, StringComparison.Ordinal);
        Members = members;
        Overwrite = overwrite;
    }

    /// <summary>Its name, for messages.</summary>
    public string Name { get; }

    /// <summary>How messages are told apart, unless a client is seen to do otherwise.</summary>
    internal Framing Framing { get; }

    /// <summary>A scan's pattern must match the whole key.</summary>
    internal bool MatchesWhole { get; }

    /// <summary>Where requests hold their fields.</summary>
    internal RequestMembers Members { get; }

    /// <summary>The reply to an insert that replaces a value; null when it is as any other.</summary>
    internal Template? Overwrite { get; }

    /// <summary>Checks a dialect.</summary>
    /// <param name="text">As its file says it.</param>
    /// <param name="complain">Receives section, key and what is wrong, for each problem.</param>
    /// <returns>Null when there is a problem.</returns>
    public static Dialect? Create(DialectText text, Action<string, string, string> complain) =>
        new DialectCompiler(text, complain).Compile();

    /// <summary>A request.</summary>
    internal Template Request(TableMethod method) => _requests[(int)method];

    /// <summary>A success.</summary>
    internal Template Reply(TableMethod method) => _replies[(int)method];

    /// <summary>A failure.</summary>
    internal Template Failed(Failure failure, TableMethod method) => _failures[(int)failure, (int)method];

    /// <summary>True when the server closes the connection after it.</summary>
    internal bool ClosesAfter(Failure failure) => _closes[(int)failure];
}
