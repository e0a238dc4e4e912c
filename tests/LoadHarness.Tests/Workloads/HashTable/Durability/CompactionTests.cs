using LoadHarness.Contracts.Serving;

namespace LoadHarness.Tests.Workloads.HashTable.Durability;

public class CompactionTests
{
    [Fact]
    public void The_log_is_compacted_when_it_has_more_records_than_allowed()
    {
        var server = new TestServer { CompactAfter = 100 }.Start().Insert(100);
        server.Background.RunAll();
        server.Disk.Exists(TestServer.Checkpoint).ShouldBeFalse();
        server.Insert("one more").Background.RunAll();
        server.Disk.Exists(TestServer.Checkpoint).ShouldBeTrue();
        var checkpoint = server.Sink.Events.Single(IsCheckpoint);
        checkpoint.Count.ShouldBe(101);
        checkpoint.Duration_ns.ShouldBeGreaterThan(0);
        checkpoint.Detail.ShouldBe("101 log records dropped");
    }

    [Fact]
    public void With_growth_a_large_table_is_compacted_less_often()
    {
        var server = new TestServer { CompactAfter = 10, CompactGrowth_percent = 50 }.Start().Insert(100);
        server.Background.RunAll();
        server.Insert("k1").Background.RunAll();
        Checkpoints(server).ShouldBe(2);
        for (var i = 0; i < 50; i++) server.Insert("k1", $"{i}");
        server.Background.RunAll();
        Checkpoints(server).ShouldBe(2);
        server.Insert("k1").Background.RunAll();
        Checkpoints(server).ShouldBe(3);
    }

    [Fact]
    public void A_checkpoint_holds_the_table_of_its_moment_and_the_log_the_rest()
    {
        var server = new TestServer { CompactAfter = 3 }.Start().Insert(4);
        server.Insert("k0", "\"changed\"");
        server.Remove("k1").ShouldBeTrue();
        server.Insert("k9", "9").Background.RunAll();
        server.Store.Durable!.DurableUpTo.ShouldBe(7);
        server.Text(TestServer.Checkpoint).ShouldContain("""{"key":"k0","value":0}""");
        server.Text(TestServer.Checkpoint).ShouldNotContain("k9");
        server.Restart();
        server.Lookup("k0").ShouldBe("\"changed\"");
        server.Lookup("k1").ShouldBeNull();
        server.Lookup("k9").ShouldBe("9");
        server.Store.Sequence.ShouldBe(7);
    }

    [Fact]
    public void A_stale_log_beside_a_new_checkpoint_is_harmless()
    {
        var server = new TestServer { CompactAfter = 3 }.Start().Insert(4).Flush();
        server.Disk.Before = path =>
        {
            if (path.EndsWith("table.txn.new", StringComparison.Ordinal)) server.Disk.CrashAfter(1);
        };
        server.Background.RunAll();
        server.Disk.IsDown.ShouldBeTrue();
        server.Restart();
        server.Store.Count.ShouldBe(4);
        server.Text(TestServer.Log).ShouldStartWith(server.Text(TestServer.Log)[..8] + " loadharness-table-log 1 0\n");
        server.Remove("k0").ShouldBeTrue();
        server.Flush().Restart().Store.Count.ShouldBe(3);
    }

    [Fact]
    public void Stopping_gives_a_checkpoint_up_and_loses_nothing()
    {
        var server = new TestServer { CompactAfter = 3 }.Start().Insert(4);
        server.Store.Dispose();
        server.Disk.Exists(TestServer.Checkpoint).ShouldBeFalse();
        server.Restart().Store.Count.ShouldBe(4);
    }

    private static int Checkpoints(TestServer server) => server.Sink.Events.Count(IsCheckpoint);

    private static bool IsCheckpoint(ServiceEvent happened) =>
        string.Equals(happened.Kind, "checkpoint", StringComparison.Ordinal);
}
