using LoadHarness.Results;

namespace LoadHarness.Analysis.Calibration;

/// <summary>Makes lines of the certificate.</summary>
/// <param name="part">Name of the part.</param>
internal sealed class CertificateLine(string part)
{
    /// <summary>A number with its truth.</summary>
    /// <param name="quantity">What it is.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="truth">Replayed.</param>
    /// <param name="measured">By the harness.</param>
    /// <param name="allowed">Largest error; NaN without a goal.</param>
    public CertificateRow Number(string quantity, string unit, double truth, double measured, double allowed) => new()
    {
        Part = part,
        Quantity = quantity,
        Unit = unit,
        Truth = truth,
        Measured = measured,
        Allowed = allowed,
        Result = double.IsNaN(allowed) ? CertificateResult.Shown
            : double.IsNaN(measured) || double.IsNaN(truth) ? CertificateResult.Unknown
            : Math.Abs(measured - truth) <= allowed ? CertificateResult.Within
            : CertificateResult.Missed,
    };

    /// <summary>Words with their truth.</summary>
    public CertificateRow Words(string quantity, bool isRight, string note) => new()
    {
        Part = part,
        Quantity = quantity,
        Note = note,
        Result = isRight ? CertificateResult.Within : CertificateResult.Missed,
    };

    /// <summary>The line, where nothing is held against the harness that others may have done.</summary>
    /// <param name="row">The line.</param>
    /// <param name="isDisturbed">Others used the machine meanwhile.</param>
    public static CertificateRow Excused(CertificateRow row, bool isDisturbed) =>
        isDisturbed && row.Result == CertificateResult.Missed ? row with { Result = CertificateResult.Disturbed } : row;
}
