using LoadHarness.Workloads.HashTable.Searching;

namespace LoadHarness.Workloads.HashTable.Serving;

/// <summary>What became of one request.</summary>
/// <param name="CommitPoint">What must be durable before its answer leaves.</param>
/// <param name="Search">The answer has to be looked for, slice by slice.</param>
/// <param name="Answer">The answer leaves piece by piece.</param>
/// <param name="MustClose">What follows on the connection cannot be trusted.</param>
internal readonly record struct Execution(long CommitPoint, TableSearch? Search, LargeAnswer? Answer, bool MustClose)
{
    /// <summary>An error was written, and nothing that follows makes sense.</summary>
    internal static Execution Hopeless => new(0, null, null, MustClose: true);

    /// <summary>The answer was written.</summary>
    internal static Execution Answered(long commitPoint) => new(commitPoint, null, null, MustClose: false);

    /// <summary>The answer is large.</summary>
    internal static Execution Large(LargeAnswer answer, long commitPoint) =>
        new(commitPoint, null, answer, MustClose: false);

    /// <summary>The answer takes a search.</summary>
    internal static Execution Long(TableSearch search, long commitPoint) =>
        new(commitPoint, search, null, MustClose: false);
}
