namespace LoadHarness.Analysis.Causes;

/// <summary>Which test says who is the limit.</summary>
public enum LimitProof
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The same client did much more against a null server, and had CPU time to spare.</summary>
    Ceiling = 1,

    /// <summary>The load generator was given extra work of known length.</summary>
    ExtraWork = 2,

    /// <summary>The load generator was given one thread on a CPU more.</summary>
    MoreGenerators = 3,
}
