using LoadHarness.Torture.Crashes;
using LoadHarness.Workloads.HashTable.Durability;

namespace LoadHarness.Tests.Workloads.HashTable.Durability;

public class FlushPolicyTests
{
    private const int Seeds = 200;

    [Theory]
    [InlineData(nameof(FlushPolicy.Always))]
    [InlineData(nameof(FlushPolicy.EverySecond))]
    [InlineData(nameof(FlushPolicy.Never))]
    public void The_end_of_the_process_loses_nothing_acknowledged_under_any_policy(string policy)
    {
        var server = new TestServer { Policy = Enum.Parse<FlushPolicy>(policy) }.Start().Insert(5).Flush();
        server.Store.Durable!.DurableUpTo.ShouldBe(5);
        server.Restart(powerFailed: false).Store.Count.ShouldBe(5);
    }

    [Fact]
    public void Nothing_is_acknowledged_before_a_flush()
    {
        var server = new TestServer().Start().Insert(5);
        server.Store.Durable!.DurableUpTo.ShouldBe(0);
        server.Disk.Content(TestServer.Log)!.Current.Length.ShouldBeLessThan(40);
    }

    [Fact]
    public void Requests_that_gathered_share_one_sync()
    {
        var server = new TestServer().Start();
        var syncs = server.Disk.SyncCount;
        server.Insert(50).Flush().Flush();
        server.Disk.SyncCount.ShouldBe(syncs + 1);
        server.Store.Durable!.FlushCount.ShouldBe(1);
        server.Store.Durable.FlushTime_ns.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Every_second_syncs_in_the_background()
    {
        var losses = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var server = new TestServer { Policy = FlushPolicy.EverySecond, Disk = new SimulatedDisk(seed) }.Start()
                .Insert(3).Flush();
            server.Time.Period.ShouldBe(TimeSpan.FromSeconds(1));
            server.Time.Elapse();
            server.Insert("late").Flush();
            server.Restart();
            server.Store.Count.ShouldBeGreaterThanOrEqualTo(3);
            if (server.Store.Count == 3) losses++;
        }

        losses.ShouldBeInRange(1, Seeds - 1);
    }

    [Fact]
    public void Nothing_new_means_no_sync_in_the_background()
    {
        var server = new TestServer { Policy = FlushPolicy.EverySecond }.Start();
        var syncs = server.Disk.SyncCount;
        server.Time.Elapse();
        server.Disk.SyncCount.ShouldBe(syncs);
    }

    [Theory]
    [InlineData(nameof(FlushPolicy.EverySecond))]
    [InlineData(nameof(FlushPolicy.Never))]
    public void An_orderly_stop_keeps_everything_under_any_policy(string policy)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var server = new TestServer { Policy = Enum.Parse<FlushPolicy>(policy), Disk = new SimulatedDisk(seed) };
            server.Start().Insert(3).Flush().Insert("unflushed");
            server.Store.Dispose();
            server.Restart().Store.Count.ShouldBe(4);
        }
    }
}
