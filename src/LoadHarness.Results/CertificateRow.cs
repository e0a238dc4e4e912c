namespace LoadHarness.Results;

/// <summary>
/// One quantity that the harness measured on a server of known capacity, with its truth: a row of certificate.csv.
/// </summary>
public sealed record CertificateRow
{
    /// <summary>Which server and load.</summary>
    public required string Part { get; init; }

    /// <summary>The level, e.g. <c>4 clients</c>; empty for what concerns the whole part.</summary>
    public string Load { get; init; } = "";

    /// <summary>What was measured, e.g. <c>throughput</c>.</summary>
    public required string Quantity { get; init; }

    /// <summary>Unit of the numbers, e.g. <c>µs</c>; empty for counts.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Truth: the queue recursion replayed on the very arrivals and service times; NaN without one.</summary>
    public double Truth { get; init; } = double.NaN;

    /// <summary>What the closed formula says; NaN where there is none.</summary>
    public double Formula { get; init; } = double.NaN;

    /// <summary>
    /// Lower end of the formula's 95 % sampling interval for a measurement of this length; NaN where chance has no part
    /// in it.
    /// </summary>
    public double FormulaLow { get; init; } = double.NaN;

    /// <summary>Upper end, see <see cref="FormulaLow"/>.</summary>
    public double FormulaHigh { get; init; } = double.NaN;

    /// <summary>What the harness measured.</summary>
    public double Measured { get; init; } = double.NaN;

    /// <summary>Largest error allowed, in the unit of the numbers; NaN without a goal.</summary>
    public double Allowed { get; init; } = double.NaN;

    /// <summary>Whether the goal is met.</summary>
    public CertificateResult Result { get; init; }

    /// <summary>Words where numbers do not say it, e.g. of verdicts.</summary>
    public string Note { get; init; } = "";

    /// <summary>Measured less truth.</summary>
    public double Error => Measured - Truth;

    /// <summary>Error as a share of the truth; NaN when that is 0 or unknown.</summary>
    public double RelativeError => Truth == 0 ? double.NaN : Error / Truth;

    /// <summary>Whether what was measured lies inside the formula's sampling interval; null without one.</summary>
    public bool? IsInside =>
        double.IsNaN(FormulaLow) || double.IsNaN(Measured) ? null : Measured >= FormulaLow && Measured <= FormulaHigh;
}
