using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using LoadHarness.Clients.TestPerf;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Time;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Experiments.Dialects;
using LoadHarness.Servers;
using LoadHarness.Servers.Threaded;
using LoadHarness.Workloads.HashTable;

namespace LoadHarness.Tests.Clients.TestPerf;

public sealed class ControlledStagesTests : IDisposable
{
    private const long Slice_ns = 1_000_000;
    private const long LongTime_ns = 60_000_000_000;

    private readonly IService _service;
    private readonly IRunningServer _server;
    private readonly PerfClient _client;
    private readonly Pipe _toClient = new();
    private readonly Pipe _fromClient = new();
    private readonly StreamWriter _say;
    private readonly StreamReader _hear;

    public ControlledStagesTests()
    {
        var workload = new HashTableWorkload(DialectFiles.Default);
        _service = workload.CreateService(
            Settings(workload, ("data", "none")), SilentEventSink.Instance);
        _server = new ThreadedModel().Start(
            _service, new ServerOptions { Endpoint = new IPEndPoint(IPAddress.Loopback, 0) }, SilentEventSink.Instance);
        var settings = Settings(workload, ("keys", "2000"), ("pool", "50"));
        _client = new PerfClient(
            stage => workload.CreatePopulation(settings, stage, new PopulationShare(0, 1, 3), seed: 1),
            Connect, Slice_ns);
        _say = new StreamWriter(_toClient.Writer.AsStream()) { AutoFlush = true };
        _hear = new StreamReader(_fromClient.Reader.AsStream());
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
        _service.Dispose();
        _say.Dispose();
        _hear.Dispose();
    }

    [Fact]
    public async Task Stages_wait_for_their_start_and_come_in_their_order()
    {
        var running = Run(["lookup", "insert"]);
        (await HearAsync()).ShouldBe("ready lookup");
        await GoAsync(MonotonicClock.Now_ns);
        await _say.WriteLineAsync("stop");
        var line = PerfLine.Fields(await HearAsync());
        (line["stage"], line["client"], line["wrong_answers"]).ShouldBe(("lookup", "3", "0"));
        (await HearAsync()).ShouldBe("ready insert");
        await GoAsync(MonotonicClock.Now_ns);
        line = PerfLine.Fields(await HearAsync());
        (line["stage"], line["operations"], line["used_up"]).ShouldBe(("insert", "50", "1"));
        await EndAsync(running);
    }

    [Fact]
    public async Task A_stage_can_be_chosen_as_often_as_wanted_and_no_start_is_before_its_time()
    {
        var running = Run(["scan"]);
        (await HearAsync()).ShouldBe("ready scan");
        for (var i = 0; i < 2; i++)
        {
            await _say.WriteLineAsync("stage insert");
            (await HearAsync()).ShouldBe("ready insert");
            var start_ns = MonotonicClock.Now_ns + 20_000_000;
            await GoAsync(start_ns);
            var line = PerfLine.Fields(await HearAsync());
            line["operations"].ShouldBe("50");
            long.Parse(line["start_ns"], CultureInfo.InvariantCulture).ShouldBeGreaterThanOrEqualTo(start_ns);
        }

        await EndAsync(running);
    }

    [Fact]
    public async Task Slices_are_told_as_they_end_and_add_up_to_the_stage()
    {
        var running = Run(["lookup"], tellsSlices: true);
        (await HearAsync()).ShouldBe("ready lookup");
        await GoAsync(MonotonicClock.Now_ns);
        var slices = new List<Slice>();
        var line = await HearAsync();
        for (; SliceText.Read(line) is { } slice; line = await HearAsync())
        {
            slices.Add(slice);
            if (slices.Count == 3) await _say.WriteLineAsync("stop");
        }

        slices.Sum(slice => slice.Correct).ToString(CultureInfo.InvariantCulture)
            .ShouldBe(PerfLine.Fields(line)["operations"]);
        slices.Sum(slice => slice.Latency.Count).ShouldBe(slices.Sum(slice => slice.Correct));
        await EndAsync(running);
    }

    [Fact]
    public async Task The_end_of_the_input_ends_a_stage_and_the_client()
    {
        var running = Run(["lookup"]);
        (await HearAsync()).ShouldBe("ready lookup");
        await GoAsync(MonotonicClock.Now_ns);
        await _say.DisposeAsync();
        PerfLine.Fields(await HearAsync())["stage"].ShouldBe("lookup");
        await running.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("go now", "'go now': expected go NS after ready, stage NAME, or stop")]
    [InlineData("stage dance", "'dance' is not one of")]
    public async Task What_is_not_known_ends_it_with_one_clear_line(string word, string expected)
    {
        var running = Run(["lookup"]);
        (await HearAsync()).ShouldBe("ready lookup");
        await _say.WriteLineAsync(word);
        (await Should.ThrowAsync<FormatException>(running)).Message.ShouldStartWith(expected);
    }

    private Task Run(string[] stages, bool tellsSlices = false) => Task.Factory.StartNew(
        () =>
        {
            using var reader = new StreamReader(_toClient.Reader.AsStream());
            using var writer = new StreamWriter(_fromClient.Writer.AsStream());
            using var controlled = new ControlledStages(_client, 3, reader, writer, tellsSlices);
            controlled.Run(stages, LongTime_ns, CancellationToken.None);
        },
        CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private Task GoAsync(long start_ns) =>
        _say.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"go {start_ns}"));

    private async Task<string> HearAsync() =>
        (await _hear.ReadLineAsync(CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromSeconds(30)))
            .ShouldNotBeNull();

    private async Task EndAsync(Task running)
    {
        await _say.DisposeAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private Socket Connect()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(_server.Endpoint);
        return socket;
    }

    private static WorkloadSettings Settings(IWorkload workload, params (string Name, string Text)[] given)
    {
        var problems = new List<string>();
        var settings = WorkloadSettings.Create(
            workload.Options, given.ToDictionary(g => g.Name, g => g.Text, StringComparer.Ordinal), problems);
        problems.ShouldBeEmpty();
        return settings;
    }
}
