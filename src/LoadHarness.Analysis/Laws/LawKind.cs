namespace LoadHarness.Analysis.Laws;

/// <summary>The laws that throughput may follow as clients increase (METHOD.md B.4).</summary>
public enum LawKind
{
    /// <summary>Rises in proportion to the clients up to a ceiling: one resource is used up.</summary>
    Hinge = 0,

    /// <summary>The same with a rounded corner: clients get in each other's way before the ceiling.</summary>
    SmoothHinge = 1,

    /// <summary>A part of each operation is done one at a time (Amdahl): nears a ceiling, never falls.</summary>
    Contention = 2,

    /// <summary>
    /// A part is done one at a time and another grows with the clients (Gunther's Universal Scalability Law): falls
    /// after a peak.
    /// </summary>
    Universal = 3,
}
