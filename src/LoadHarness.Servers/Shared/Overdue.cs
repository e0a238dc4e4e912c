namespace LoadHarness.Servers.Shared;

/// <summary>What of a connection has taken longer than it may.</summary>
internal enum Overdue
{
    /// <summary>Nothing: it is in time.</summary>
    Nothing = 0,

    /// <summary>Nothing came or went at all.</summary>
    Idle = 1,

    /// <summary>A request has begun and is not complete.</summary>
    Request = 2,

    /// <summary>The peer does not take its answer.</summary>
    Answer = 3,

    /// <summary>All is said, and the peer does not close.</summary>
    Close = 4,
}
