using LoadHarness.Cli;
using LoadHarness.Platform.Files.Faults;
using LoadHarness.Platform.Processes;
using LoadHarness.Torture.Crashes;

namespace LoadHarness.EndToEnd.Tests.Serving;

/// <summary>
/// Concurrent writers overwrite a few keys, and each round ends with kill -9 in the middle of it. The next start must
/// know every acknowledged write. <c>make torture TORTURE=kills</c> does it a thousand times on every model.
/// </summary>
public sealed class KillRoundsTests : IDisposable
{
    private const int Rounds = 100;

    private readonly TemporaryFolder _data = new();
    private readonly KillLane _lane;

    public KillRoundsTests() => _lane = new KillLane(ProgramCommand.Of(typeof(ExitCode).Assembly), _data.Path, seed: 1);

    public void Dispose()
    {
        _lane.Dispose();
        _data.Dispose();
    }

    [Fact]
    public void No_acknowledged_write_is_lost_in_a_hundred_rounds_of_kill_and_restart()
    {
        for (var round = 0; round < Rounds; round++)
            _lane.KillAtRandom(round % 2 == 0 ? "select" : "threaded").ShouldBeNull();
        _lane.CheckOnly("select").ShouldBeNull();
        _lane.Acknowledged.ShouldBeGreaterThan(10 * Rounds);
    }

    [Fact]
    public void No_acknowledged_write_is_lost_when_the_server_ends_at_any_fault_point()
    {
        foreach (var (name, point) in FaultPoints.All)
            _lane.KillAt("epoll", point with { Passing = 2 }).ShouldBeNull(name);
        _lane.CheckOnly("epoll").ShouldBeNull();
    }

    [Fact]
    public void A_start_that_ends_before_its_log_is_in_place_loses_nothing()
    {
        _lane.KillAtRandom("epoll").ShouldBeNull();
        var atStart = FaultPoints.All.Where(p => p.Point.File.EndsWith("txn.new", StringComparison.Ordinal));
        foreach (var (name, point) in atStart)
            _lane.KillAt("epoll", point).ShouldBeNull(name);
        _lane.CheckOnly("epoll").ShouldBeNull();
    }

    [Fact]
    public void A_fault_point_that_is_none_is_named()
    {
        using var launcher = new ProcessLauncher(ProgramCommand.Of(typeof(ExitCode).Assembly));
        using var child = launcher.Start(new LaunchRequest
        {
            Command =
            [
                .. ProgramCommand.Of(typeof(ExitCode).Assembly), "serve", "hashtable", "--port", "0", "--data",
                _data.Path,
            ],
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { [FaultPoint.Variable] = "at:noon" },
        });
        child.WaitForEnd(ServeProcess.Bound).ShouldBeTrue();
        child.AwaitOutput();
        child.ExitCode.ShouldBe((int)ExitCode.StorageUnusable);
        child.Output.Lines.ShouldHaveSingleItem().ShouldContain("'at:noon' is not like after:sync:table.txn:1");
    }
}
