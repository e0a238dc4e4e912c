namespace LoadHarness.Analysis.Findings;

/// <summary>How much a finding matters for trusting the result.</summary>
public enum FindingSeverity
{
    /// <summary>It tells about the system.</summary>
    Information = 0,

    /// <summary>It limits what can be concluded.</summary>
    Warning = 1,

    /// <summary>Something went wrong.</summary>
    Error = 2,
}
