using LoadHarness.Contracts.Serving;
using LoadHarness.Torture.Crashes;

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

    /// <summary>
    /// After a failed sync the system takes what it could not write for written. A server that synced the same file
    /// again, now or after its next start, would acknowledge what is not on the disk.
    /// </summary>
    [Fact]
    public void What_a_failed_sync_left_behind_is_written_anew_at_the_next_start()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var server = new TestServer { Disk = new SimulatedDisk(seed) }.Start().Insert(2).Flush();
            server.Disk.FailSyncAfter(1);
            server.Insert("visible");
            Should.Throw<DurabilityException>(() => server.Flush());
            server.Restart(powerFailed: false).Lookup("visible").ShouldBe("1");
            server.Restart(powerFailed: true).Lookup("visible").ShouldBe("1");
        }
    }

    /// <summary>The log, the zeros ahead of it, checkpoints and their logs: each runs out of room anywhere.</summary>
    [Fact]
    public async Task Whichever_byte_finds_no_room_nothing_acknowledged_is_lost()
    {
        var isFull = true;
        for (var room = 0; isFull; room++)
        {
            var server = new TestServer { CompactAfter = 4, WriteAhead_bytes = 256 }.Start();
            server.Disk.FreeBytes = room;
            var acknowledged = InsertUntilRefused(server, most: 12);
            isFull = server.Store.Durable!.Failed.IsCompleted;
            if (isFull) (await server.Store.Durable.Failed).Message.ShouldContain("the disk is full");
            server.Restart();
            for (var i = 0; i < acknowledged; i++) server.Lookup($"k{i}").ShouldBe($"{i}");
        }
    }

    [Fact]
    public void A_folder_that_may_not_be_written_is_refused_and_left_alone()
    {
        var server = new TestServer().Start().Insert(3).Flush();
        server.Disk.Restart(powerFailed: false);
        var before = server.Text(TestServer.Log);
        server.Disk.IsReadOnly = true;
        Should.Throw<DurabilityException>(() => server.Start()).Message.ShouldEndWith("permission denied");
        server.Text(TestServer.Log).ShouldBe(before);
        server.Disk.IsReadOnly = false;
        server.Start().Store.Count.ShouldBe(3);
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

    private static int InsertUntilRefused(TestServer server, int most)
    {
        var acknowledged = 0;
        try
        {
            for (var i = 0; i < most; i++)
            {
                server.Insert($"k{i}", $"{i}").Flush();
                acknowledged++;
                server.Background.RunAll();
            }
        }
        catch (DurabilityException)
        {
            // No room: the answer is withheld.
        }

        return acknowledged;
    }
}
