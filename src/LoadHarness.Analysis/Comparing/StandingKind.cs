namespace LoadHarness.Analysis.Comparing;

/// <summary>How a model stands to the best one on the same work.</summary>
public enum StandingKind
{
    /// <summary>Clients were held: no capacity is compared.</summary>
    Held = 0,

    /// <summary>It has the highest estimate.</summary>
    Highest = 1,

    /// <summary>The whole interval of the ratio lies within the margin.</summary>
    Same = 2,

    /// <summary>The whole interval lies below the margin.</summary>
    Behind = 3,

    /// <summary>The interval holds 1, or there is none: no difference is shown.</summary>
    NoDifference = 4,

    /// <summary>The interval lies off 1, but it rests on a lower bound or reaches over the margin.</summary>
    Open = 5,
}
