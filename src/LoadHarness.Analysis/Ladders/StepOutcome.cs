namespace LoadHarness.Analysis.Ladders;

/// <summary>What the test of a step says.</summary>
public enum StepOutcome
{
    /// <summary>Neither: the interval is too wide.</summary>
    Unclear = 0,

    /// <summary>Throughput grows, by more than nothing and not surely by less than the margin.</summary>
    Rising = 1,

    /// <summary>Throughput grows by less than the margin, if at all.</summary>
    Flat = 2,

    /// <summary>Throughput falls.</summary>
    Falling = 3,
}
