namespace LoadHarness.Workloads.HashTable.Dialects;

/// <summary>A dialect as its file says it, not yet checked.</summary>
public sealed record DialectText
{
    /// <summary>What <see cref="Framing"/> may be.</summary>
    public static IReadOnlyList<string> Framings { get; } =
        [.. HashTable.Framings.FramingNames.All.Select(framing => framing.Name)];

    /// <summary>A pattern is looked for anywhere in a key.</summary>
    public const string SearchMatch = "search";

    /// <summary>A pattern must match the whole key.</summary>
    public const string WholeMatch = "whole";

    /// <summary>What <see cref="Match"/> may be: found anywhere in a key, or the whole key.</summary>
    public static IReadOnlyList<string> Matches { get; } = [SearchMatch, WholeMatch];

    /// <summary>Keys of <see cref="Requests"/>; all are wanted.</summary>
    public static IReadOnlyList<string> RequestKeys => DialectKeys.Methods;

    /// <summary>Keys of <see cref="Replies"/>; all but <c>overwrite</c> are wanted.</summary>
    public static IReadOnlyList<string> ReplyKeys { get; } = [.. DialectKeys.Methods, DialectKeys.Overwrite];

    /// <summary>
    /// Keys of <see cref="Failures"/>: kinds of failure, groups of them, and either with a method before it.
    /// </summary>
    public static IReadOnlyList<string> FailureKeys { get; } = DialectKeys.AllFailures;

    /// <summary>What <see cref="CloseAfter"/> may hold.</summary>
    public static IReadOnlyList<string> ClosingFailures => DialectKeys.Closing;

    /// <summary>Its name, for messages.</summary>
    public required string Name { get; init; }

    /// <summary>One of <see cref="Framings"/>.</summary>
    public required string Framing { get; init; }

    /// <summary>One of <see cref="Matches"/>: what a scan's pattern must match.</summary>
    public string Match { get; init; } = SearchMatch;

    /// <summary>Templates of requests by method.</summary>
    public required IReadOnlyDictionary<string, string> Requests { get; init; }

    /// <summary>Templates of successes by method.</summary>
    public required IReadOnlyDictionary<string, string> Replies { get; init; }

    /// <summary>Templates of failures.</summary>
    public required IReadOnlyDictionary<string, string> Failures { get; init; }

    /// <summary>Failures after which the server closes the connection.</summary>
    public IReadOnlyList<string> CloseAfter { get; init; } = [];
}
