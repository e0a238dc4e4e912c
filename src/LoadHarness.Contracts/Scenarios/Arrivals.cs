namespace LoadHarness.Contracts.Scenarios;

/// <summary>When the operations of an open loop are due. They never wait for an answer.</summary>
public enum Arrivals
{
    /// <summary>One every 1/rate s, without drift.</summary>
    Constant = 0,

    /// <summary>
    /// Independent of each other: exponential gaps of mean 1/rate s, from a seeded stream. What many users who know
    /// nothing of each other make.
    /// </summary>
    Poisson = 1,
}
