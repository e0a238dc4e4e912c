using System.Globalization;
using LoadHarness.Cli;
using LoadHarness.Contracts.Serving;
using LoadHarness.Discovery;
using LoadHarness.Discovery.Serving;
using LoadHarness.EndToEnd.Tests.Discovery;
using LoadHarness.EndToEnd.Tests.Peers;
using LoadHarness.EndToEnd.Tests.Serving;

namespace LoadHarness.EndToEnd.Tests.Clients;

public sealed class TestPerfTests
{
    private static readonly string[] _small = ["--seconds", "1", "--keys", "2000", "--pool", "1000"];

    [Fact]
    public void Every_stage_of_the_course_is_measured()
    {
        using var server = ServeProcess.Start("hashtable", "--model", "select", "--port", "0", "--data", "none");
        var run = Client(server.Endpoint.ToString());
        run.ExitCode.ShouldBe(ExitCode.Success, run.Errors);
        var lines = Lines(run);
        lines.Select(line => line["stage"]).ShouldBe(["insert", "lookup", "scan", "remove"]);
        foreach (var line in lines)
        {
            long Number(string name) => long.Parse(line[name], CultureInfo.InvariantCulture);
            Number("operations").ShouldBePositive();
            (Number("wrong_answers") + Number("resets") + Number("timeouts")).ShouldBe(0, line["stage"]);
            Number("measured_ns").ShouldBeInRange(1_000_000_000, Number("end_ns") - Number("start_ns"));
        }
    }

    [Fact]
    public void A_server_of_another_dialect_is_measured_in_its_own()
    {
        using var server = ServeProcess.Start(
            "hashtable", "--model", "threaded", "--port", "0", "--data", "none", "--dialect", "be64-text");
        var run = Client(server.Endpoint.ToString(), "--stages", "scan", "--dialect", "be64-text");
        run.ExitCode.ShouldBe(ExitCode.Success, run.Errors);
        Lines(run).ShouldHaveSingleItem()["wrong_answers"].ShouldBe("0");
    }

    [Fact]
    public async Task Clients_started_together_find_their_server_by_name_and_do_not_disturb_each_other()
    {
        await using var catalog = CatalogServer.Start(
            new CatalogOptions { Port = 0 }, TimeProvider.System, SilentEventSink.Instance);
        var address = new CatalogAddress("127.0.0.1", catalog.Endpoint.Port);
        await MeasureByNameAsync(address);
    }

    [PeerFact("catalog_server")]
    public async Task A_server_is_found_through_the_real_catalog()
    {
        await using var catalog = await RealCatalog.StartAsync();
        await MeasureByNameAsync(catalog.Address);
    }

    [Theory]
    [InlineData("127.0.0.1:1", "the server refuses connections")]
    [InlineData("127.0.0.1:0", "'127.0.0.1:0': expected host:port, e.g. 127.0.0.1:10475, or a project's name")]
    public void A_server_that_is_not_there_is_one_clear_line(string server, string expected)
    {
        var run = Client(server);
        run.ExitCode.ShouldBe(ExitCode.ServerFailed);
        run.Errors.Trim().ShouldBe(expected);
    }

    private static async Task MeasureByNameAsync(CatalogAddress catalog)
    {
        using var stale = ServeProcess.Start(ServedByName(catalog));
        await Finding.UntilListedAsync(catalog, "demo");
        stale.Kill();
        using var server = ServeProcess.Start(ServedByName(catalog));
        await Eventually.SeenAsync(
            () => Finding.OnceAsync(catalog, "demo"), found => found.Any(one => one.Port == server.Endpoint.Port),
            "the server is listed");
        var runs = await Task.WhenAll(Enumerable.Range(1, 2).Select(number => Task.Run(() => Client(
            "demo", "--catalog", catalog.ToString(), "--number", number.ToString(CultureInfo.InvariantCulture)))));
        foreach (var run in runs)
        {
            run.ExitCode.ShouldBe(ExitCode.Success, run.Errors);
            run.Errors.Trim().ShouldBe($"demo is at {server.Endpoint}");
            Lines(run).Count.ShouldBe(4);
            Lines(run).ShouldAllBe(line => line["wrong_answers"] == "0");
        }
    }

    private static string[] ServedByName(CatalogAddress catalog) =>
    [
        "hashtable", "--model", "select", "--data", "none", "--project", "demo", "--catalog", catalog.ToString(),
    ];

    private static ProgramRun Client(string server, params string[] flags) =>
        ProgramRun.Of(["client", "testperf", server, .. _small, .. flags]);

    private static List<Dictionary<string, string>> Lines(ProgramRun run) =>
    [
        .. run.Output.Split('\n').Where(line => line.StartsWith("stage=", StringComparison.Ordinal))
            .Select(line => line.Split(' ').Select(pair => pair.Split('='))
                .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal)),
    ];
}
