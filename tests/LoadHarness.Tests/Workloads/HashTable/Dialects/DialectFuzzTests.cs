using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Experiments.Dialects;
using LoadHarness.Tests.Workloads.HashTable.Loading;
using LoadHarness.Tests.Workloads.HashTable.Serving;
using LoadOutcome = LoadHarness.Contracts.Loading.Outcome;

namespace LoadHarness.Tests.Workloads.HashTable.Dialects;

public class DialectFuzzTests
{
    public static TheoryData<string> Names { get; } = [.. DialectFiles.Default.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_bytes_make_the_server_throw(string dialect) =>
        Prop.ForAll<byte[][]>(pieces =>
        {
            using var table = new TestTable(dialect: dialect);
            var connection = table.Connect();
            foreach (var piece in pieces) connection.Send(piece);
            connection.Send([], end: true);
            return connection.IsClosed;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Names))]
    public void No_body_in_a_right_frame_makes_the_server_throw_or_leaves_it_without_a_reply(string dialect) =>
        Prop.ForAll<byte[], byte>((some, kind) =>
        {
            using var table = new TestTable(dialect: dialect);
            var body = Body(some, kind);
            var replies = table.Connect().Send(HandWire.Frame(dialect, body), end: true);
            return replies.Length > 0;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Names))]
    public void No_bytes_make_the_client_throw(string dialect)
    {
        var settings = LoopRun.Settings(("keys", "2000"), ("pool", "1"), ("dialect", dialect));
        var population = LoopRun.Workload.CreatePopulation(settings, "scan", PopulationShare.Whole, 1);
        Prop.ForAll<byte[], byte>((some, kind) =>
        {
            var client = population.CreateClient(0);
            var output = new ArrayBufferWriter<byte>();
            client.Begin(Purpose.Measure, output);
            client.Receive(some, end: false, output);
            client.Begin(Purpose.Measure, output);
            var step = client.Receive(HandWire.Frame(dialect, Body(some, kind)), end: false, output);
            return step == ClientStep.Complete(step.Consumed, LoadOutcome.WrongAnswer);
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>
    /// JSON that is no request, or nearly one; never an empty line. It holds no NUL, as no JSON text does: among the
    /// first bytes of a connection a NUL is taken for the upper part of a binary length.
    /// </summary>
    private static string Body(byte[] some, byte kind)
    {
        var text = Encoding.Latin1.GetString(some).Replace('\n', ' ').Replace('\r', ' ').Replace('\0', ' ');
        return (kind % 4) switch
        {
            0 => "{" + text,
            1 => $$"""{"method":"insert","key":{{some.Length}},"value":"{{some.Length}}"}""",
            2 => $$"""{"method":"{{(some.Length % 2 == 0 ? "scan" : "query")}}","arguments":[[{{some.Length}}]]}""",
            _ => $$"""{"method":"lookup","arguments":{"key":[]},"key":null}""",
        };
    }
}
