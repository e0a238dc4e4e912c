namespace LoadHarness.Results;

/// <summary>The moment from which a stored histogram counts latency. Written in lower case; append, never
/// rename.</summary>
public enum LatencyBasis
{
    /// <summary>From when the operation was sent, or its connect began.</summary>
    Send = 0,

    /// <summary>From when the operation was due, in an open loop.</summary>
    Due = 1,
}
