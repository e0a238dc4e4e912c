using LoadHarness.Workloads.HashTable.Protocol;
using LoadHarness.Workloads.HashTable.Searching;

namespace LoadHarness.Workloads.HashTable.Serving;

/// <summary>What became of one request.</summary>
/// <param name="CommitPoint">What must be durable before its answer leaves.</param>
/// <param name="Search">The answer has to be looked for, slice by slice.</param>
/// <param name="Method">What is looked for.</param>
/// <param name="Answer">The answer leaves piece by piece.</param>
/// <param name="MustClose">What follows on the connection cannot be trusted.</param>
internal readonly record struct Execution(
    long CommitPoint, TableSearch? Search, TableMethod Method, LargeAnswer? Answer, bool MustClose)
{
    /// <summary>A failure was written.</summary>
    /// <param name="mustClose">Nothing that follows makes sense.</param>
    internal static Execution Refused(bool mustClose) => new(0, null, TableMethod.Unknown, null, mustClose);

    /// <summary>The answer was written.</summary>
    internal static Execution Answered(long commitPoint) =>
        new(commitPoint, null, TableMethod.Unknown, null, MustClose: false);

    /// <summary>The answer is large.</summary>
    internal static Execution Large(LargeAnswer answer, long commitPoint) =>
        new(commitPoint, null, TableMethod.Unknown, answer, MustClose: false);

    /// <summary>The answer takes a search.</summary>
    internal static Execution Long(TableSearch search, TableMethod method, long commitPoint) =>
        new(commitPoint, search, method, null, MustClose: false);
}
