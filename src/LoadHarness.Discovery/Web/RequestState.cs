namespace LoadHarness.Discovery.Web;

/// <summary>How far a request has been read.</summary>
internal enum RequestState
{
    /// <summary>More bytes are needed.</summary>
    Incomplete = 0,

    /// <summary>The head is there and names a path.</summary>
    Complete = 1,

    /// <summary>The first line is not a request.</summary>
    Invalid = 2,

    /// <summary>The head is longer than is read.</summary>
    TooLong = 3,
}
