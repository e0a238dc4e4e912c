using System.Globalization;
using LoadHarness.Contracts.Serving;
using LoadHarness.Workloads.HashTable.Durability;

namespace LoadHarness.Tests.Workloads.HashTable.Durability;

public class FileFormatTests
{

    [Fact]
    public void The_checksum_is_crc_32c() => Crc32C.Of("123456789"u8).ShouldBe(0xE3069283u);

    [Fact]
    public void A_log_is_readable_lines()
    {
        var server = new TestServer().Start();
        server.Insert("zebra", """{"weight":100,"name":"fred"}""");
        server.Remove("zebra").ShouldBeTrue();
        server.Flush();
        Lines(server, TestServer.Log).ShouldBe(
        [
            "loadharness-table-log 1 0",
            """1 {"method":"insert","key":"zebra","value":{"weight":100,"name":"fred"}}""",
            """2 {"method":"remove","key":"zebra"}""",
        ]);
    }

    [Fact]
    public void A_checkpoint_is_readable_lines_and_the_log_begins_after_it()
    {
        var server = new TestServer { CompactAfter = 3 }.Start().Insert(4);
        server.Insert("late").Background.RunAll();
        Lines(server, TestServer.Checkpoint).ShouldBe(
        [
            "loadharness-table-checkpoint 1 4 4",
            """{"key":"k0","value":0}""",
            """{"key":"k1","value":1}""",
            """{"key":"k2","value":2}""",
            """{"key":"k3","value":3}""",
        ]);
        Lines(server, TestServer.Log).ShouldBe(
        [
            "loadharness-table-log 1 4",
            """5 {"method":"insert","key":"late","value":1}""",
        ]);
    }

    [Fact]
    public void A_culture_with_other_digits_and_signs_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture =
                new CultureInfo("ar-SA") { NumberFormat = { NegativeSign = "~", NumberGroupSeparator = "," } };
            A_checkpoint_is_readable_lines_and_the_log_begins_after_it();
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            A_checkpoint_is_readable_lines_and_the_log_begins_after_it();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Removing_a_missing_key_is_not_logged()
    {
        var server = new TestServer().Start().Insert(1).Flush();
        var length = server.Text(TestServer.Log).Length;
        server.Remove("none").ShouldBeFalse();
        server.Flush();
        server.Text(TestServer.Log).Length.ShouldBe(length);
    }

    [Theory]
    [InlineData("table.txn", "{\"method\":\"insert\",\"key\":\"a\"}\n")]
    [InlineData("table.ckpt", "{\"a\":1}")]
    [InlineData("table.ckpt", "")]
    public void A_file_of_somebody_else_is_refused_and_left_alone(string name, string text)
    {
        var server = new TestServer().Start();
        server.Disk.Restart(powerFailed: false);
        var path = Path.Combine(TestServer.Folder, name);
        using (var file = server.Disk.Create(path)) file.WriteAt(0, System.Text.Encoding.ASCII.GetBytes(text));
        Should.Throw<DurabilityException>(() => server.Start()).Message
            .ShouldBe(
                $"cannot use {path}: it is damaged or not a file of this server; move it away to start without it");
        server.Text(path).ShouldBe(text);
    }

    [Fact]
    public void A_later_format_version_is_refused_by_name()
    {
        var server = new TestServer().Start();
        server.Disk.Restart(powerFailed: false);
        var text = "loadharness-table-log 2 0 more"u8.ToArray();
        using (var file = server.Disk.Create(TestServer.Log))
        {
            var crc = Crc32C.Of(text).ToString("x8", CultureInfo.InvariantCulture);
            file.WriteAt(
                0, System.Text.Encoding.ASCII.GetBytes($"{crc} {System.Text.Encoding.ASCII.GetString(text)}\n"));
        }

        Should.Throw<DurabilityException>(() => server.Start()).Message
            .ShouldBe($"cannot use {TestServer.Log}: it has format version 2; this program reads version 1");
    }

    private static List<string> Lines(TestServer server, string path)
    {
        var lines = server.Text(path).Split('\n');
        lines[^1].ShouldBeEmpty();
        foreach (var line in lines[..^1])
            line[..8].ShouldBe(
                Crc32C.Of(System.Text.Encoding.ASCII.GetBytes(line[9..])).ToString("x8", CultureInfo.InvariantCulture));
        return [.. lines[..^1].Select(line => line[9..])];
    }
}
