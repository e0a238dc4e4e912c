using LoadHarness.Workloads.HashTable.Protocol;

namespace LoadHarness.Workloads.HashTable.Dialects;

/// <summary>The keys of a dialect file.</summary>
internal static class DialectKeys
{
    /// <summary>The reply to an insert that replaces a value.</summary>
    internal const string Overwrite = "overwrite";

    /// <summary>All failures of requests that are as they should be.</summary>
    internal const string Failed = "failed";

    /// <summary>All failures of requests that never can succeed.</summary>
    internal const string Invalid = "invalid";

    /// <summary>By <see cref="TableMethod"/>.</summary>
    internal static IReadOnlyList<string> Methods { get; } = ["insert", "lookup", "scan", "remove", "size", "query"];

    /// <summary>By <see cref="Failure"/>.</summary>
    internal static IReadOnlyList<string> Failures { get; } =
        ["missing", "too_large", "deadline", "durability", "method", "request", "regex", "json"];

    /// <summary>Failures of requests that are wrong themselves.</summary>
    internal static IReadOnlyList<string> Closing { get; } = [.. Failures.Skip((int)Failure.Method)];

    /// <summary>Every key of a failure.</summary>
    internal static IReadOnlyList<string> AllFailures { get; } =
        [.. WithGroups(), .. Methods.SelectMany(method => WithGroups().Select(key => $"{method}_{key}"))];

    /// <summary>The keys that a failure looks under, nearest first.</summary>
    internal static IEnumerable<string> Of(Failure failure, TableMethod method)
    {
        var kind = Failures[(int)failure];
        var group = failure < Failure.Method ? Failed : Invalid;
        if (method != TableMethod.Unknown)
        {
            yield return $"{Methods[(int)method]}_{kind}";
            yield return $"{Methods[(int)method]}_{group}";
        }

        yield return kind;
        yield return group;
    }

    private static IEnumerable<string> WithGroups() => Failures.Append(Failed).Append(Invalid);
}
