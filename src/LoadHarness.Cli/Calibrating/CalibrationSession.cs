using System.CommandLine;
using System.Globalization;
using LoadHarness.Analysis.Calibration;
using LoadHarness.Cli.Experiments;
using LoadHarness.Contracts.Storage;
using LoadHarness.Experiments.Calibrating;
using LoadHarness.Report.Tables;
using LoadHarness.Results;

namespace LoadHarness.Cli.Calibrating;

/// <summary>Runs the parts of a calibration and writes the certificate.</summary>
/// <param name="session">Runs experiments.</param>
/// <param name="console">Where output goes.</param>
internal sealed class CalibrationSession(ExperimentSession session, InvocationConfiguration console)
{
    /// <summary>Runs them.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="folder">Where everything goes.</param>
    /// <param name="keepAwake">Whether idle CPUs are to be kept from sleeping.</param>
    public ExitCode Run(IReadOnlyList<CalibrationPart> parts, string folder, bool keepAwake)
    {
        try
        {
            foreach (var part in parts)
                Directory.CreateDirectory(Path.GetDirectoryName(CalibrationFolder.ServiceLog(folder, part.Case.Name))!);
            var plans = parts.Select(part => part.ToPlan(folder, keepAwake)).ToList();
            var code = session.RunAll(plans, folder, new List<string>());
            if (code == ExitCode.Interrupted) return code;
            var rows = parts.SelectMany(part => Certify(part, folder)).ToList();
            var file = CalibrationFolder.WriteCertificate(folder, rows);
            PlainTable.Write(CertificateTable.Of(rows), console.Output);
            console.Output.WriteLine(CertificateTable.Legend);
            console.Output.WriteLine(Summary(rows));
            console.Output.WriteLine($"certificate: {file}");
            if (code != ExitCode.Success) return code;
            return rows.Exists(row => row.Result is CertificateResult.Missed or CertificateResult.Unknown)
                ? ExitCode.GoalMissed
                : ExitCode.Success;
        }
        catch (ResultsException e)
        {
            console.Error.WriteLine(e.Message);
            return StorageExit.CodeOf(e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"{folder}: the calibration cannot be kept: {StorageProblem.Reason(e)}");
            return StorageExit.CodeOf(e);
        }
    }

    private static IReadOnlyList<CertificateRow> Certify(CalibrationPart part, string folder)
    {
        if (RunFolder.Newest(folder, part.Case.Name) is not { } run) return [NotMeasured(part)];
        var log = CalibrationFolder.ReadServiceLog(CalibrationFolder.ServiceLog(folder, part.Case.Name));
        return Certificate.Of(part.Case, RunReader.Read(run), log);
    }

    private static CertificateRow NotMeasured(CalibrationPart part) => new()
    {
        Part = part.Case.Name,
        Quantity = "run",
        Result = CertificateResult.Unknown,
        Note = "nothing was measured",
    };

    private static string Summary(List<CertificateRow> rows)
    {
        var goals = rows.Where(row => row.Result != CertificateResult.Shown).ToList();
        int Count(CertificateResult result) => goals.Count(row => row.Result == result);
        var (within, missed) = (Count(CertificateResult.Within), Count(CertificateResult.Missed));
        var (disturbed, unknown) = (Count(CertificateResult.Disturbed), Count(CertificateResult.Unknown));
        return string.Create(CultureInfo.InvariantCulture,
            $"{within} of {goals.Count} goals kept, {missed} missed, {disturbed} missed on a disturbed machine, ")
            + string.Create(CultureInfo.InvariantCulture, $"{unknown} unknown");
    }
}
