using LoadHarness.Contracts.Serving;

namespace LoadHarness.Tests.Workloads.HashTable.Durability;

public class WriteAheadTests
{
    [Fact]
    public void Most_writes_go_where_zeros_are()
    {
        var server = new TestServer { WriteAhead_bytes = 4096 }.Start();
        var lengths = new HashSet<int>();
        for (var i = 0; i < 200; i++)
        {
            server.Insert($"key{i}").Flush();
            lengths.Add(FileLength(server));
        }

        lengths.Count.ShouldBeLessThan(20);
        FileLength(server).ShouldBeInRange(LogLength(server), LogLength(server) + 4096);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Zeros_are_the_end_of_the_log_and_nothing_to_report(bool powerFailed)
    {
        var server = new TestServer().Start().Insert(5).Flush();
        FileLength(server).ShouldBeGreaterThan(LogLength(server));
        server.Restart(powerFailed).Store.Count.ShouldBe(5);
        server.Insert("more").Flush().Restart(powerFailed).Store.Count.ShouldBe(6);
        server.Sink.Messages.ShouldBeEmpty();
    }

    [Fact]
    public void A_torn_record_before_zeros_is_cut_off_and_its_own_bytes_are_reported()
    {
        var server = new TestServer().Start().Insert(5).Flush();
        var length = LogLength(server);
        server.Disk.Restart(powerFailed: false);
        using (var file = server.Disk.Open(TestServer.Log)) file.WriteAt(length - 3, "\0\0\0"u8);
        var torn = server.Text(TestServer.Log);
        server.Start().Store.Count.ShouldBe(4);
        var damaged_bytes = torn.Length - torn.LastIndexOf('\n') - 1;
        server.Sink.Messages.Single().ShouldEndWith($"cut off {damaged_bytes} damaged bytes after write 4");
        FileLength(server).ShouldBe(torn.LastIndexOf('\n') + 1);
        server.Insert("again").Flush().Restart().Lookup("again").ShouldBe("1");
    }

    [Fact]
    public void Damaged_records_are_kept_without_the_zeros()
    {
        var server = new TestServer().Start().Insert(5).Flush();
        var text = server.Text(TestServer.Log);
        var damage = text.IndexOf("\"k2\"", StringComparison.Ordinal);
        server.Disk.Content(TestServer.Log)!.Rot(damage);
        server.Restart();
        server.Disk.Content(TestServer.Damaged)!.Current.Length.ShouldBe(
            text.Length - text.LastIndexOf('\n', damage) - 1);
    }

    [Fact]
    public void A_compacted_log_begins_without_the_old_zeros()
    {
        var server = new TestServer { CompactAfter = 3, WriteAhead_bytes = 4096 }.Start().Insert(4);
        server.Insert("late").Background.RunAll();
        FileLength(server).ShouldBe(LogLength(server));
        server.Restart().Store.Count.ShouldBe(5);
    }

    [Fact]
    public void A_server_that_stops_in_order_leaves_no_zeros()
    {
        var server = new TestServer().Start().Insert(5).Flush();
        server.Store.Dispose();
        FileLength(server).ShouldBe(LogLength(server));
        server.Restart().Store.Count.ShouldBe(5);
    }

    [Fact]
    public void A_disk_too_full_for_zeros_stops_writes_and_keeps_what_was_acknowledged()
    {
        var server = new TestServer().Start().Insert(3).Flush();
        var room = FileLength(server) - LogLength(server);
        server.Disk.FreeBytes = room + 300;
        server.Insert("long", $"\"{new string('x', room)}\"");
        Should.Throw<DurabilityException>(() => server.Flush()).Message.ShouldBe(
            $"cannot write {TestServer.Log}: the disk is full");
        server.Store.Durable!.DurableUpTo.ShouldBe(3);
        server.Disk.FreeBytes = long.MaxValue;
        server.Restart().Store.Count.ShouldBeInRange(3, 4);
        server.Sink.Messages.ShouldBeEmpty();
    }

    private static int FileLength(TestServer server) => server.Disk.Content(TestServer.Log)!.Current.Length;

    private static int LogLength(TestServer server) => server.Text(TestServer.Log).Length;
}
