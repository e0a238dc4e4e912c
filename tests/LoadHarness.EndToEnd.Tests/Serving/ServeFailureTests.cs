using System.Globalization;
using LoadHarness.Cli;

namespace LoadHarness.EndToEnd.Tests.Serving;

/// <summary>Whatever goes wrong ends with one clear line and a documented exit code.</summary>
public sealed class ServeFailureTests
{
    public static TheoryData<string> Models => ["sequential", "threaded", "thread-pool", "select", "epoll", "async"];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_port_in_use(string model)
    {
        using var first = ServeProcess.Start("number-list", "--model", model, "--port", "0");
        var port = first.Endpoint.Port.ToString(CultureInfo.InvariantCulture);
        EndsWith(ExitCode.PortInUse, $"127.0.0.1:{port}: the port is in use", "number-list", "--model", model, "--port",
            port);
    }

    [Fact]
    public void An_address_of_another_machine() =>
        EndsWith(ExitCode.UsageError, "192.0.2.1:12345: this machine has no such address", "number-list", "--host",
            "192.0.2.1");

    [Fact]
    public void A_data_folder_without_permission()
    {
        if (!OperatingSystem.IsLinux()) return;
        // Nobody may make folders there, not even the administrator.
        EndsWith(ExitCode.NoPermission, "cannot make the folder /sys/loadharness", "hashtable", "--port", "0", "--data",
            "/sys/loadharness");
    }

    [Fact]
    public void A_file_in_place_of_the_data_folder()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "file");
        File.WriteAllText(file, "not a folder");
        EndsWith(ExitCode.StorageUnusable, file, "hashtable", "--port", "0", "--data", file);
    }

    [Fact]
    public void A_data_folder_that_another_server_uses()
    {
        using var data = new TemporaryFolder();
        using var first = ServeProcess.Start("hashtable", "--port", "0", "--data", data.Path);
        EndsWith(ExitCode.StorageUnusable, "another server already uses the data folder", "hashtable", "--port", "0",
            "--data", data.Path);
    }

    [Theory]
    [InlineData("--model", "nope", "Must be one of: 'sequential' 'threaded' 'thread-pool' 'select'")]
    [InlineData("--port", "99999", "--port: '99999' is not a whole number from 0 to 65535")]
    [InlineData("--host", "nowhere", "--host: 'nowhere' is not an IP address")]
    [InlineData("--count", "many", "--count: 'many' is not a whole number from 1 to")]
    [InlineData("--bogus", "1", "'--bogus'")]
    [InlineData("--workers", "4", "--workers: only with --model thread-pool")]
    public void A_wrong_flag(string flag, string value, string said)
    {
        var (code, errors) = ServeProcess.RunToEnd("number-list", flag, value);
        code.ShouldBe((int)ExitCode.UsageError, errors);
        errors.ShouldContain(said);
    }

    [Fact]
    public void An_unknown_workload()
    {
        var (code, errors) = ServeProcess.RunToEnd("nothing");
        code.ShouldBe((int)ExitCode.UsageError);
        errors.ShouldContain("'nothing' is unknown; there are number-list, ");
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_full_disk_ends_the_server_and_loses_nothing_that_was_acknowledged(string model)
    {
        if (OperatingSystem.IsWindows()) return;
        using var data = new TemporaryFolder();
        string[] arguments =
            ["hashtable", "--model", model, "--port", "0", "--data", data.Path, "--compact-after", "1000000"];
        var acknowledged = 0;
        using (var server = ServeProcess.StartLimited("-f 64", arguments))
        {
            acknowledged = InsertUntilRefused(server);
            server.AwaitExit().ShouldBe((int)ExitCode.DiskFull);
            server.Errors.ShouldStartWith("cannot write ");
            server.Errors.ShouldContain("table.txn");
        }

        acknowledged.ShouldBeGreaterThan(0);
        using var again = ServeProcess.Start(arguments);
        using var client = new JsonLineClient(again.Endpoint);
        for (var i = 0; i < acknowledged; i++) client.Lookup(Key(i)).ShouldBe(i);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_checkpoint_on_a_full_disk_ends_the_server_and_loses_nothing_that_was_acknowledged(string model)
    {
        if (OperatingSystem.IsWindows()) return;
        using var data = new TemporaryFolder();
        string[] arguments =
            ["hashtable", "--model", model, "--port", "0", "--data", data.Path, "--compact-after", "20"];
        var acknowledged = 1000;
        using (var server = ServeProcess.Start(arguments))
        {
            using var filling = new JsonLineClient(server.Endpoint);
            for (var i = 0; i < acknowledged; i++) filling.Insert(Key(i), i).ShouldBeTrue();
            server.Terminate();
            server.AwaitExit().ShouldBe(0, server.Errors);
        }

        // The table is beyond the limit of 32 KiB already, the log is far from it: the first checkpoint fails.
        using (var server = ServeProcess.StartLimited("-f 64", arguments))
        {
            acknowledged = InsertUntilRefused(server, acknowledged);
            server.AwaitExit().ShouldBe((int)ExitCode.DiskFull, server.Errors);
            server.Errors.ShouldStartWith("cannot write ");
            server.Errors.ShouldContain("table.ckpt");
            server.Errors.TrimEnd('\n').ShouldNotContain('\n');
        }

        using var again = ServeProcess.Start(arguments);
        using var client = new JsonLineClient(again.Endpoint);
        for (var i = 0; i < acknowledged; i++) client.Lookup(Key(i)).ShouldBe(i);
    }

    private static int InsertUntilRefused(ServeProcess server, int acknowledged = 0)
    {
        using var client = new JsonLineClient(server.Endpoint);
        try
        {
            while (client.Insert(Key(acknowledged), acknowledged)) acknowledged++;
        }
        catch (IOException)
        {
            // The server has ended.
        }

        return acknowledged;
    }

    private static string Key(int i) =>
        string.Create(CultureInfo.InvariantCulture, $"a key of some length, so that the log grows, {i}");

    private static void EndsWith(ExitCode expected, string said, params string[] arguments)
    {
        var (code, errors) = ServeProcess.RunToEnd(arguments);
        code.ShouldBe((int)expected, errors);
        errors.ShouldContain(said);
        errors.TrimEnd('\n').ShouldNotContain('\n');
    }
}
