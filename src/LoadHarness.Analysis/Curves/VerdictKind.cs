namespace LoadHarness.Analysis.Curves;

/// <summary>The possible verdicts on a curve.</summary>
public enum VerdictKind
{
    /// <summary>Not known; the cause stands beside it.</summary>
    Undecided = 0,

    /// <summary>Throughput levels out.</summary>
    LevelsOut = 1,

    /// <summary>Throughput has a peak and falls by more than the margin behind it.</summary>
    Falls = 2,

    /// <summary>Throughput still rises at the highest level.</summary>
    StillRising = 3,

    /// <summary>The load generator was the limit: the server does at least this much.</summary>
    ClientLimited = 4,

    /// <summary>
    /// Fixed levels were held; nothing was to level out. What counts is what a held client costs the server.
    /// </summary>
    Held = 5,
}
