namespace LoadHarness.Workloads.HashTable.Searching;

/// <summary>How far a scan or query is.</summary>
internal enum SearchState
{
    /// <summary>It goes on with the next slice.</summary>
    Running = 0,

    /// <summary>All pairs are found.</summary>
    Done = 1,

    /// <summary>There are more pairs than allowed.</summary>
    TooMany = 2,

    /// <summary>It took more computing time than allowed.</summary>
    OutOfTime = 3,

    /// <summary>There is nothing that could be searched for: see <see cref="TableSearch.Problem"/>.</summary>
    Refused = 4,
}
