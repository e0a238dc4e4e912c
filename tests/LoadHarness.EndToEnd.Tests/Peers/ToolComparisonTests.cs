using LoadHarness.Cli;
using LoadHarness.EndToEnd.Tests.Clients;
using LoadHarness.EndToEnd.Tests.Serving;
using LoadHarness.Results;

namespace LoadHarness.EndToEnd.Tests.Peers;

/// <summary>A short comparison with what is on the machine: everything is counted, and a report comes of it.</summary>
public sealed class ToolComparisonTests : IDisposable
{
    private const double Delay_us = 2000;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PeerFact("redis-server", "redis-benchmark")]
    public void Load_tools_are_measured_side_by_side_and_reported()
    {
        BenchmarkRun.Of(
            "tools", $"results={_folder.Path}", "rounds=1", "seconds=0.3", "warm-up=0.5", "connections=2,16",
            "servers=redis,delay", "delay=2");

        var run = RunReader.Read(RunFolder.Newest(_folder.Path, "peers").ShouldNotBeNull());
        run.Problems.ShouldBeEmpty();
        run.Manifest.State.ShouldBe(RunState.Complete);
        run.Peers.Select(row => row.Tool)
            .Except(["redis-benchmark", "wrk", "loadharness/epoll", "loadharness/io_uring"], StringComparer.Ordinal)
            .ShouldBeEmpty();
        foreach (var row in run.Peers)
        {
            row.Operations.ShouldBePositive($"{row}");
            row.GeneratorCpu_s.ShouldBePositive($"{row}");
            row.ReportedThroughput_per_s.ShouldBePositive($"{row}");
            row.Errors.ShouldBeLessThanOrEqualTo(0, $"{row}");
            if (row.Delay_us == 0) continue;
            row.Delay_us.ShouldBe(Delay_us);
            row.ServedMean_us.ShouldBeGreaterThanOrEqualTo(Delay_us, $"{row}");
            // Histograms of others may round down.
            row.ReportedMean_us.ShouldBeGreaterThanOrEqualTo(0.99 * Delay_us, $"{row}");
        }

        var cells = run.Peers.GroupBy(row => (row.Server, row.Connections, row.Pipeline)).ToList();
        cells.Count(cell => string.Equals(cell.Key.Server, "redis", StringComparison.Ordinal)).ShouldBe(3);
        cells.ShouldAllBe(cell => cell.Any(row => row.Tool.StartsWith("loadharness/", StringComparison.Ordinal)));
        var report = Path.Combine(_folder.Path, "report");
        ProgramRun.Of("report", run.Folder, "--report-folder", report).ExitCode.ShouldBe(ExitCode.Success);
        File.ReadAllText(Path.Combine(report, "REPORT.md")).ShouldContain("Beside other load tools");
    }

    [Theory]
    [InlineData("epoll", 1)]
    [InlineData("prefork", 2)]
    public void Connections_are_held_and_their_memory_is_told(string model, int generators)
    {
        if (!OperatingSystem.IsLinux()) return;
        var printed = BenchmarkRun.Of(
            "connections", $"model={model}", "connections=200", "seconds=2", "workers=2",
            FormattableString.Invariant($"generators={generators}"));

        printed.ShouldContain("200 of 200 connections from ");
        printed.ShouldContain(", 0 errors");
        printed.ShouldContain("memory for each connection: generator ");
    }
}
