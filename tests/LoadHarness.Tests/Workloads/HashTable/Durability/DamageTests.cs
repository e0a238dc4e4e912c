using LoadHarness.Contracts.Serving;
using LoadHarness.Torture.Crashes;

namespace LoadHarness.Tests.Workloads.HashTable.Durability;

public class DamageTests
{
    [Fact]
    public void A_torn_tail_is_cut_off_and_reported()
    {
        var server = new TestServer().Start().Insert(5).Flush();
        var length = server.Text(TestServer.Log).Length;
        server.Disk.Restart(powerFailed: false);
        using (var file = server.Disk.Open(TestServer.Log)) file.SetLength(length - 3);
        server.Start();
        server.Store.Count.ShouldBe(4);
        server.Sink.Messages.Single().ShouldContain("damaged bytes after write 4");
        server.Sink.Messages.Single().ShouldNotContain("WARNING");
        server.Disk.Exists(TestServer.Damaged).ShouldBeFalse();
        server.Insert("again").Flush().Restart().Lookup("again").ShouldBe("1");
    }

    [Fact]
    public void Damage_before_whole_records_is_said_loudly_and_the_rest_is_kept()
    {
        var server = new TestServer().Start().Insert(5).Flush();
        var text = server.Text(TestServer.Log);
        server.Disk.Content(TestServer.Log)!.Rot(text.IndexOf("\"k2\"", StringComparison.Ordinal));
        server.Restart();
        server.Store.Count.ShouldBe(2);
        server.Sink.Messages.Single().ShouldContain("WARNING: 2 whole records follow the damage and are NOT applied");
        server.Sink.Events.ShouldContain(e => e.Kind == "torn-tail" && e.Count == 2);
        server.Text(TestServer.Damaged).ShouldContain("\"k4\"");
    }

    [Theory]
    [InlineData("table.txn")]
    [InlineData("table.ckpt")]
    public void Every_flipped_bit_is_found_unless_it_changes_nothing(string name)
    {
        var whole = TableText.Of(Written().Store);
        var path = Path.Combine(TestServer.Folder, name);
        for (var bit = 0; bit < 8 * Written().Text(path).Length; bit++)
        {
            var server = Written();
            server.Disk.Content(path)!.Rot(bit / 8, (byte)(1 << (bit % 8)));
            server.Disk.Restart(powerFailed: false);
            try
            {
                // A digit of a checksum is the same number in capitals.
                if (string.Equals(TableText.Of(server.Start().Store), whole, StringComparison.Ordinal)) continue;
                server.Store.Count.ShouldBeLessThan(5);
                server.Sink.Messages.Single().ShouldContain("damaged bytes after write");
            }
            catch (DurabilityException refused)
            {
                refused.Message.ShouldContain(name);
            }
        }
    }

    [Fact]
    public void Any_three_flipped_bits_leave_the_first_writes_or_are_refused()
    {
        for (var seed = 0; seed < 2000; seed++) DamageRun.Fault(seed).ShouldBeNull();
    }

    [Fact]
    public void A_damaged_checkpoint_is_refused()
    {
        var server = new TestServer { CompactAfter = 2 }.Start().Insert(3);
        server.Background.RunAll();
        server.Disk.Content(TestServer.Checkpoint)!.Rot(
            server.Text(TestServer.Checkpoint).IndexOf("\"k2\"", StringComparison.Ordinal));
        server.Disk.Restart(powerFailed: false);
        Should.Throw<DurabilityException>(() => server.Start()).Message
            .ShouldBe(
                $"cannot use {TestServer.Checkpoint}: it is damaged after 2 of its 3 keys; restore it from a copy");
    }

    [Fact]
    public void A_log_without_its_checkpoint_is_refused()
    {
        var server = new TestServer { CompactAfter = 2 }.Start().Insert(3);
        server.Background.RunAll();
        server.Disk.Restart(powerFailed: false);
        server.Disk.Rename(TestServer.Checkpoint, TestServer.Checkpoint + ".lost");
        Should.Throw<DurabilityException>(() => server.Start()).Message.ShouldContain("begins after write 3");
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("table.txn.damaged", 1)]
    [InlineData("folder at start", 1)]
    public void A_crash_while_damage_is_cut_off_loses_none_of_it(string skippedSync, int lossesAtLeast)
    {
        var losses = 0;
        for (var seed = 0; seed < 2000; seed++)
        {
            var server = new TestServer { Disk = new SimulatedDisk(seed) { SkippedSync = skippedSync } }.Start()
                .Insert(5).Flush();
            var kept = server.Text(TestServer.Log);
            server.Disk.Content(TestServer.Log)!.Rot(kept.IndexOf("\"k2\"", StringComparison.Ordinal));
            server.Disk.Restart(powerFailed: false);
            server.Disk.CrashAfter(1 + (seed % 40));
            Should.NotThrow(() => StartAndCrash(server));
            server.Disk.Restart(powerFailed: true);
            var isInLog = server.Text(TestServer.Log).Contains("\"k4\"", StringComparison.Ordinal);
            var isInCopy = server.Disk.Content(TestServer.Damaged) is not null
                && server.Text(TestServer.Damaged).Contains("\"k4\"", StringComparison.Ordinal);
            if (!isInLog && !isInCopy) losses++;
        }

        if (lossesAtLeast == 0) losses.ShouldBe(0);
        else losses.ShouldBeGreaterThanOrEqualTo(lossesAtLeast);
    }

    /// <summary>Three keys in the checkpoint, two in the log behind it.</summary>
    private static TestServer Written()
    {
        var server = new TestServer { CompactAfter = 2 }.Start().Insert(3);
        server.Background.RunAll();
        return server.Insert("k3").Insert("k4").Flush();
    }

    private static void StartAndCrash(TestServer server)
    {
        try
        {
            server.Start();
        }
        catch (SimulatedCrashException)
        {
            // That is what the test is about.
        }
    }
}
