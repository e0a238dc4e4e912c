using System.Text;
using LoadHarness.Torture.Crashes;

namespace LoadHarness.Tests.Workloads.HashTable.Durability;

/// <summary>Starting again gives the same table, however often, and whatever version wrote the files.</summary>
public class ReplayTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Replayed_twice_is_replayed_once(bool powerFailed)
    {
        var server = new TestServer { CompactAfter = 3 }.Start().Insert(5).Flush();
        server.Background.RunAll();
        server.Remove("k1").ShouldBeTrue();
        server.Flush().Restart(powerFailed);
        var (table, log, checkpoint) = Files(server);
        for (var start = 0; start < 3; start++) Files(server.Restart(powerFailed)).ShouldBe((table, log, checkpoint));
        server.Store.Sequence.ShouldBe(6);
    }

    /// <summary>Ended between the checkpoint's rename and the log's: both hold the same writes.</summary>
    [Fact]
    public void A_log_beside_a_newer_checkpoint_is_not_applied_twice()
    {
        var server = new TestServer { CompactAfter = 3 }.Start().Insert(4).Flush();
        server.Disk.Before = path =>
        {
            if (path.EndsWith("table.txn.new", StringComparison.Ordinal)) server.Disk.CrashAfter(1);
        };
        server.Background.RunAll();
        server.Restart(powerFailed: false);
        server.Text(TestServer.Checkpoint).ShouldContain("\"k3\"");
        server.Text(TestServer.Log).ShouldContain("\"k3\"");
        server.Store.Count.ShouldBe(4);
        server.Store.Sequence.ShouldBe(4);
        server.Sink.Events.ShouldContain(e => e.Kind == "replay" && e.Count == 0);
    }

    /// <summary>A start can be ended anywhere, and the next one finds the same.</summary>
    [Fact]
    public void A_crash_at_any_operation_of_a_start_changes_nothing()
    {
        var isEnded = true;
        for (var operation = 1; isEnded; operation++)
        {
            var server = new TestServer { CompactAfter = 3, Disk = new SimulatedDisk(operation) }.Start();
            server.Insert(5).Flush();
            server.Background.RunAll();
            server.Insert("last").Flush();
            server.Disk.Restart(powerFailed: true);
            server.Disk.CrashAfter(operation);
            isEnded = !IsStarted(server);
            server.Restart(powerFailed: true).Store.Count.ShouldBe(6);
            server.Sink.Messages.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Files_of_version_1_are_read()
    {
        var server = new TestServer();
        server.Disk.CreateFolder(TestServer.Folder);
        Put(server, TestServer.Checkpoint, "table.ckpt");
        Put(server, TestServer.Log, "table.txn");
        server.Disk.Restart(powerFailed: false);
        server.Start().Store.Count.ShouldBe(3);
        server.Lookup("zebra").ShouldBe("""{"weight":100,"name":"fred"}""");
        server.Lookup("\\u00fc").ShouldBe("1.50");
        server.Lookup("late").ShouldBe("[true,null]");
        server.Lookup("gone").ShouldBeNull();
        server.Store.Sequence.ShouldBe(6);
        server.Sink.Messages.ShouldBeEmpty();
    }

    private static void Put(TestServer server, string path, string name)
    {
        using var stream = typeof(ReplayTests).Assembly.GetManifestResourceStream($"version-1.{name}")!;
        using var reader = new StreamReader(stream, Encoding.ASCII);
        using var file = server.Disk.Create(path);
        file.WriteAt(0, Encoding.ASCII.GetBytes(reader.ReadToEnd()));
    }

    private static (string Table, string Log, string Checkpoint) Files(TestServer server) =>
        (TableText.Of(server.Store), server.Text(TestServer.Log), server.Text(TestServer.Checkpoint));

    private static bool IsStarted(TestServer server)
    {
        try
        {
            server.Start();
            return true;
        }
        catch (SimulatedCrashException)
        {
            return false;
        }
    }
}
