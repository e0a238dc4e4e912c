namespace LoadHarness.Results;

/// <summary>
/// What a line of the harness's own certificate comes to. Written in lower case; append, never rename.
/// </summary>
public enum CertificateResult
{
    /// <summary>The error is within the goal.</summary>
    Within = 0,

    /// <summary>The error is larger than the goal, and nothing disturbed the machine.</summary>
    Missed = 1,

    /// <summary>The error is larger than the goal, and others used the machine meanwhile.</summary>
    Disturbed = 2,

    /// <summary>The harness did not come to a value.</summary>
    Unknown = 3,

    /// <summary>There is no goal; the value is shown for information.</summary>
    Shown = 4,
}
