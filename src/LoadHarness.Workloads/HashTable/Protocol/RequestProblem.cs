namespace LoadHarness.Workloads.HashTable.Protocol;

/// <summary>Why a line is not a request.</summary>
internal enum RequestProblem
{
    /// <summary>It is one.</summary>
    None = 0,

    /// <summary>Not JSON in UTF-8, or nested too deep.</summary>
    NotJson = 1,

    /// <summary>JSON, but a field is missing or of the wrong type.</summary>
    BadField = 2,

    /// <summary>No such method.</summary>
    UnknownMethod = 3,
}
