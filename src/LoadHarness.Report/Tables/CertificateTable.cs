using LoadHarness.Report.Text;
using LoadHarness.Results;

namespace LoadHarness.Report.Tables;

/// <summary>The harness's own certificate: what it measured on servers of known capacity.</summary>
public static class CertificateTable
{
    /// <summary>What is nearer to 0 is the error of counting in binary fractions.</summary>
    private const double Smallest = 1e-6;

    /// <summary>Explains the columns.</summary>
    public const string Legend =
        "Truth: the queue of the server, computed again from the very arrivals and service times that it noted. "
            + "Allowed: the largest error that is accepted. Formula: what queueing theory says, with the interval in "
            + "which 95 of 100 measurements of this length lie by chance. Result: within the allowed error or missed; "
            + "disturbed when it is missed while others used the machine.";

    /// <summary>Builds the table.</summary>
    public static ReportTable Of(IEnumerable<CertificateRow> rows) => ReportTable.Of(
        rows,
        new("Part", false, row => row.Part),
        new("Load", false, row => row.Load),
        new("Quantity", false, row => row.Unit.Length == 0 ? row.Quantity : $"{row.Quantity}, {row.Unit}"),
        new("Truth", true, row => Number(row.Truth)),
        new("Measured", true, row => Number(row.Measured)),
        new("Error", true, row => Number(row.Error)),
        new("Error, %", true, row => NumberText.Plain(100 * row.RelativeError, 2)),
        new("Allowed", true, row => double.IsNaN(row.Allowed) ? NumberText.None : "±" + Number(row.Allowed)),
        new("Formula", true, row => Number(row.Formula)),
        new("95 % by chance", true, row => double.IsNaN(row.FormulaLow)
            ? NumberText.None : $"{Number(row.FormulaLow)} … {Number(row.FormulaHigh)}"),
        new("Inside", false, row => row.IsInside switch { true => "yes", false => "no", _ => NumberText.None }),
        new("Result", false, row => row.Note.Length == 0 ? Say(row.Result) : $"{Say(row.Result)} ({row.Note})"));

    private static string Number(double value) => NumberText.Grouped(Math.Abs(value) < Smallest ? 0 : value);

    private static string Say(CertificateResult result) => result switch
    {
        CertificateResult.Within => "within",
        CertificateResult.Missed => "MISSED",
        CertificateResult.Disturbed => "disturbed",
        CertificateResult.Unknown => "unknown",
        _ => "shown",
    };
}
