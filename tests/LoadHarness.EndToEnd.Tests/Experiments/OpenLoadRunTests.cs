using LoadHarness.Cli;
using LoadHarness.EndToEnd.Tests.Clients;
using LoadHarness.EndToEnd.Tests.Serving;
using LoadHarness.Results;

namespace LoadHarness.EndToEnd.Tests.Experiments;

/// <summary>Rates offered to a real server: the program, its run folder, its report.</summary>
public sealed class OpenLoadRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxTheory]
    [InlineData("poisson", "queue")]
    [InlineData("constant", "drop")]
    public async Task Low_rates_are_reached_and_reported(string arrivals, string whenBusy)
    {
        var file = Path.Combine(_folder.Path, "rates.yaml");
        await File.WriteAllTextAsync(file, $$"""
            name: rates
            workload: { name: "null" }
            server: { models: [epoll] }
            load: { model: rate, rate_per_s: [100, 300], arrivals: {{arrivals}}, when_busy: {{whenBusy}} }
            profiles:
              default: { budget_s: 30, repetitions: 2, min_windows: 6, max_windows: 10, warm_up_s: 0.2 }
            """);
        var report = Path.Combine(_folder.Path, "report");

        var ended = ProgramRun.Of(
            "run", file, "--results", _folder.Path, "--report", "--report-folder", report);

        ended.ExitCode.ShouldBe(ExitCode.Success, ended.Errors + ended.Output);
        var run = RunReader.Read(Directory.GetDirectories(Path.Combine(_folder.Path, "rates")).Single());
        run.Levels.Select(level => (level.Key.Repetition, level.Key.Phase, level.Open.RequestedRate_per_s)).ShouldBe(
        [
            (0, LevelPhase.Open, 100), (0, LevelPhase.Open, 300), (1, LevelPhase.Open, 100), (1, LevelPhase.Open, 300),
        ]);
        foreach (var level in run.Levels)
        {
            level.Validity.ShouldNotContain(ValidityCode.RateNotReached);
            level.Validity.ShouldNotContain(ValidityCode.Conservation);
            level.WrongAnswers.ShouldBe(0);
            (level.Open.Arrivals, level.Open.WhenBusy).ShouldBe((arrivals, whenBusy));
            level.Open.SentShare.ShouldBeGreaterThanOrEqualTo(0.99);
            level.Operations.ShouldBePositive();
            // Each operation takes as long from due as from send, or longer; percentiles lie within 1/1024.
            level.Open.LatencyMean_us.ShouldBeGreaterThanOrEqualTo(level.LatencyMean_us);
            level.Open.LatencyP50_us.ShouldBeGreaterThanOrEqualTo(level.LatencyP50_us * 0.998);
            run.DueHistograms[level.Key.Sequence].Values.Sum(histogram => histogram.Count).ShouldBe(level.Operations);
        }

        var text = await File.ReadAllTextAsync(Path.Combine(report, "REPORT.md"));
        text.ShouldContain("#### Latency against offered load");
        File.Exists(Path.Combine(report, "figures", "null-offered-load.svg")).ShouldBeTrue();
    }

    [Fact]
    public void A_rate_without_a_file_is_planned_and_a_wrong_one_is_one_line()
    {
        var planned = ProgramRun.Of("check", "--workload", "null", "--model", "select", "--rate", "5000,200");
        planned.ExitCode.ShouldBe(ExitCode.Success, planned.Errors);
        planned.Output.ShouldContain("curve at rates of 200, 5,000 operations/s");

        var wrong = ProgramRun.Of("check", "--workload", "null", "--model", "select", "--rate", "fast");
        wrong.ExitCode.ShouldBe(ExitCode.UsageError);
        wrong.Errors.Trim().ShouldBe("--rate 'fast': give operations per second above 0, like 5000 or 1000,5000");

        var idle = ProgramRun.Of("check", "--workload", "null", "--arrivals", "constant");
        idle.ExitCode.ShouldBe(ExitCode.UsageError);
        idle.Errors.Trim().ShouldBe("--arrivals goes with --rate; give a rate, too");
    }
}
