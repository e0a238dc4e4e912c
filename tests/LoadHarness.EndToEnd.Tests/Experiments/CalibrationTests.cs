using LoadHarness.Cli;
using LoadHarness.EndToEnd.Tests.Clients;
using LoadHarness.EndToEnd.Tests.Serving;
using LoadHarness.Results;

namespace LoadHarness.EndToEnd.Tests.Experiments;

/// <summary>
/// The calibration as a user runs it. How near the harness comes to the truth depends on what else the machine does, so
/// that is not asked here.
/// </summary>
public sealed class CalibrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxFact]
    public void A_part_is_measured_the_server_keeps_its_plan_and_the_certificate_goes_into_the_report()
    {
        var ended = ProgramRun.Of("calibrate", "--part", "quick", "--only", "stalls", "--results", _folder.Path);
        ended.ExitCode.ShouldBeOneOf(ExitCode.Success, ExitCode.GoalMissed);
        ended.Errors.ShouldBeEmpty();

        var folder = CalibrationFolder.Newest(_folder.Path).ShouldNotBeNull();
        var run = RunReader.Read(RunFolder.Newest(folder, "stalls").ShouldNotBeNull());
        var log = CalibrationFolder.ReadServiceLog(CalibrationFolder.ServiceLog(folder, "stalls"));
        // What was outstanding when a level ended was never taken by a client.
        var level = run.Levels.ShouldHaveSingleItem();
        log.Count(row => row.Left_ns >= 0).ShouldBeGreaterThanOrEqualTo((int)level.AllOperations);
        log.ShouldAllBe(row => row.Left_ns < 0 || row.Left_ns >= row.Done_ns);

        var rows = CalibrationFolder.ReadCertificate(folder);
        Row(rows, "server's plan against the replay").Result.ShouldBe(CertificateResult.Within);
        Row(rows, "throughput").Truth.ShouldBePositive();
        Row(rows, "longest response").Truth.ShouldBeGreaterThan(200_000);
        Row(rows, "verdict").Result.ShouldBe(CertificateResult.Within);
        ended.Output.ShouldContain("mean response, µs");

        var report = ProgramRun.Of(
            "report", run.Folder, "--results", _folder.Path, "--report-folder", Path.Combine(_folder.Path, "report"));
        report.ExitCode.ShouldBe(ExitCode.Success, report.Errors);
        File.ReadAllText(Path.Combine(_folder.Path, "report", "REPORT.md"))
            .ShouldContain("The harness's own certificate");
    }

    [Fact]
    public void A_part_that_is_not_there_is_named_together_with_those_that_are()
    {
        var ended = ProgramRun.Of("calibrate", "--part", "quick", "--only", "stall", "--results", _folder.Path);
        ended.ExitCode.ShouldBe(ExitCode.UsageError);
        ended.Errors.ShouldContain("--only stall is unknown; there are fixed-service, random-service, stalls");
        Directory.GetFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    private static CertificateRow Row(IEnumerable<CertificateRow> rows, string quantity) =>
        rows.First(row => string.Equals(row.Quantity, quantity, StringComparison.Ordinal));
}
