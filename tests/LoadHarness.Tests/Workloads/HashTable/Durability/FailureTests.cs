using LoadHarness.Contracts.Serving;

namespace LoadHarness.Tests.Workloads.HashTable.Durability;

public class FailureTests
{
    [Fact]
    public async Task A_full_disk_stops_writes_and_keeps_what_was_acknowledged()
    {
        var server = new TestServer().Start().Insert(3).Flush();
        server.Disk.FreeBytes = 20;
        server.Insert("lost");
        Should.Throw<DurabilityException>(() => server.Flush()).Message.ShouldBe(
            $"cannot write {TestServer.Log}: the disk is full");
        server.Store.Durable!.DurableUpTo.ShouldBe(3);
        (await server.Store.Durable.Failed).Message.ShouldContain("the disk is full");
        server.Disk.FreeBytes = long.MaxValue;
        Should.Throw<DurabilityException>(() => server.Insert("more"));
        Should.Throw<DurabilityException>(() => server.Remove("k1"));
        Should.Throw<DurabilityException>(() => server.Flush());
        server.Lookup("k1").ShouldBe("1");
        server.Restart().Store.Count.ShouldBe(3);
    }

    [Fact]
    public void A_failed_sync_is_never_tried_again()
    {
        var server = new TestServer().Start().Insert(1).Flush();
        server.Disk.FailingSync = "table.txn";
        server.Insert("a");
        Should.Throw<DurabilityException>(() => server.Flush());
        server.Disk.FailingSync = string.Empty;
        var syncs = server.Disk.SyncCount;
        Should.Throw<DurabilityException>(() => server.Flush());
        server.Store.Dispose();
        server.Disk.SyncCount.ShouldBe(syncs);
        server.Store.Durable!.DurableUpTo.ShouldBe(1);
    }

    [Theory]
    [InlineData("table.ckpt.new")]
    [InlineData("folder table.ckpt")]
    [InlineData("table.txn.new")]
    [InlineData("folder table.txn")]
    public void A_checkpoint_that_fails_stops_writes_and_loses_nothing(string sync)
    {
        var server = new TestServer { CompactAfter = 2 }.Start().Insert(3).Flush();
        server.Disk.FailingSync = sync;
        server.Store.Durable!.Failed.IsCompleted.ShouldBeFalse();
        server.Background.RunAll();
        server.Store.Durable!.Failed.IsCompletedSuccessfully.ShouldBeTrue();
        Should.Throw<DurabilityException>(() => server.Flush()).Message.ShouldContain("input/output error");
        Should.Throw<DurabilityException>(() => server.Insert("more"));
        server.Disk.FailingSync = string.Empty;
        server.Restart().Store.Count.ShouldBe(3);
    }

    [Fact]
    public void A_second_server_on_the_same_folder_is_refused()
    {
        var server = new TestServer().Start();
        Should.Throw<DurabilityException>(() => server.Start()).Message
            .ShouldBe($"another server already uses the data folder {TestServer.Folder}");
        server.Store.Dispose();
        server.Start();
    }
}
