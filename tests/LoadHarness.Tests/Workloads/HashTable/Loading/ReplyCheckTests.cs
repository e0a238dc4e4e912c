using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Tests.Workloads.HashTable.Serving;

namespace LoadHarness.Tests.Workloads.HashTable.Loading;

public class ReplyCheckTests
{
    private static readonly JsonSerializerOptions _escaped = new() { Encoder = new EscapeAll() };

    public static TheoryData<string> Stages { get; } = new("insert", "lookup", "scan", "remove");

    [Theory]
    [MemberData(nameof(Stages))]
    public void Other_spaces_escapes_and_orders_mean_the_same(string stage)
    {
        Outcomes(stage, reply => reply).ShouldBe([Outcome.Correct]);
        Outcomes(stage, reply => reply.Replace("\n", "\r\n", StringComparison.Ordinal)).ShouldBe([Outcome.Correct]);
        Outcomes(stage, reply => Reversed(JsonNode.Parse(reply)!).ToJsonString() + "\n").ShouldBe([Outcome.Correct]);
        Outcomes(stage, reply => JsonNode.Parse(reply)!.ToJsonString(_escaped) + "\n").ShouldBe([Outcome.Correct]);
        Outcomes(stage, reply => " " + reply
            .Replace(":", " : ", StringComparison.Ordinal)
            .Replace(",\"", " , \"", StringComparison.Ordinal)).ShouldBe([Outcome.Correct]);
        Outcomes(stage, reply => reply.Replace("{\"status\"", "{\"more\":[{}],\"status\"", StringComparison.Ordinal))
            .ShouldBe([Outcome.Correct]);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void A_failure_or_nonsense_is_a_wrong_answer(string stage)
    {
        Outcomes(stage, _ => """{"status":"exception","type":"KeyError"}""" + "\n").ShouldBe([Outcome.WrongAnswer]);
        Outcomes(stage, _ => "\n").ShouldBe([Outcome.WrongAnswer]);
        Outcomes(stage, _ => "[]\n").ShouldBe([Outcome.WrongAnswer]);
        Outcomes(stage, _ => "{\"status\":\"O\n").ShouldBe([Outcome.WrongAnswer]);
        Outcomes(stage, _ => "{\"status\":\"\\ud800\"}\n").ShouldBe([Outcome.WrongAnswer]);
        Outcomes(stage, _ => "{\"result\":null}\n").ShouldBe([Outcome.WrongAnswer]);
        Outcomes(stage, reply => reply[..^2] + "}}\n").ShouldBe([Outcome.WrongAnswer]);
        Outcomes(stage, reply => reply.Replace("OK", "Ok", StringComparison.Ordinal)).ShouldBe([Outcome.WrongAnswer]);
    }

    [Theory]
    [InlineData("lookup")]
    [InlineData("remove")]
    public void The_value_of_another_key_is_a_wrong_answer(string stage)
    {
        Outcomes(stage, reply => Change(reply, "weight\":", 1)).ShouldBe([Outcome.WrongAnswer]);
        Outcomes(stage, reply => Change(reply, "name\":\"", 1)).ShouldBe([Outcome.WrongAnswer]);
        Outcomes(stage, reply => reply.Replace("\"name\"", "\"none\"", StringComparison.Ordinal))
            .ShouldBe([Outcome.WrongAnswer]);
        Outcomes(stage, _ => """{"status":"OK","result":null}""" + "\n").ShouldBe([Outcome.WrongAnswer]);
        Outcomes(stage, _ => """{"status":"OK","result":{}}""" + "\n").ShouldBe([Outcome.WrongAnswer]);
        Outcomes(stage, _ => """{"status":"OK"}""" + "\n").ShouldBe([Outcome.WrongAnswer]);
    }

    [Fact]
    public void A_scan_must_return_every_pair_once_and_no_other()
    {
        Outcomes("scan", _ => """{"status":"OK","result":[]}""" + "\n").ShouldBe([Outcome.WrongAnswer]);
        Outcomes("scan", reply => Pairs(reply, pairs => pairs.RemoveAt(3))).ShouldBe([Outcome.WrongAnswer]);
        Outcomes("scan", reply => Pairs(reply, pairs => pairs.Add(pairs[0]!.DeepClone())))
            .ShouldBe([Outcome.WrongAnswer]);
        Outcomes("scan", reply => Pairs(reply, pairs => pairs[0] = pairs[1]!.DeepClone()))
            .ShouldBe([Outcome.WrongAnswer]);
        Outcomes("scan", reply => Pairs(reply, pairs => pairs[0]![0] = "k1")).ShouldBe([Outcome.WrongAnswer]);
        Outcomes("scan", reply => Pairs(reply, pairs => pairs[0]![1]!["weight"] = 1)).ShouldBe([Outcome.WrongAnswer]);
        Outcomes("scan", reply => Pairs(reply, pairs => pairs[0]!.AsArray().Add(1))).ShouldBe([Outcome.WrongAnswer]);
        Outcomes("scan", reply => Pairs(reply, pairs => pairs[0] = 5)).ShouldBe([Outcome.WrongAnswer]);
        Outcomes("scan", reply => Pairs(reply, pairs => Shuffle(pairs))).ShouldBe([Outcome.Correct]);
        Outcomes("scan", reply => reply.Replace("[\"k", "[\"x", StringComparison.Ordinal))
            .ShouldBe([Outcome.WrongAnswer]);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("100")]
    [InlineData("1000")]
    public void A_scan_returns_as_many_pairs_as_asked_for(string count)
    {
        var table = new TestTable();
        var settings = LoopRun.Settings(("keys", "3000"), ("pool", "1"), ("scan-result", count));
        var run = new LoopRun(table, LoopRun.Workload.CreatePopulation(settings, "scan", PopulationShare.Whole, 3));
        run.Prepare();
        run.Ended.Clear();
        run.Measure(20);
        run.Ended.ShouldBe(new Dictionary<(int, Outcome), int> { [(2, Outcome.Correct)] = 20 });
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Nothing_is_allocated_per_operation(string stage)
    {
        var client = Prepared(stage, out var reply);
        ClientAllocation.LeastOf_bytes(client, reply, outcome: null).ShouldBe(0);
    }

    /// <summary>
    /// A client whose every operation is answered by one reply: right or wrong does not matter here, but it must be
    /// JSON.
    /// </summary>
    private static IVirtualClient Prepared(string stage, out byte[] reply)
    {
        var settings = LoopRun.Settings(
            ("keys", "2000"), ("pool", ClientAllocation.MostOperations.ToString(CultureInfo.InvariantCulture)));
        var table = new TestTable();
        var population = LoopRun.Workload.CreatePopulation(settings, stage, PopulationShare.Whole, 1);
        new LoopRun(table, population).Prepare();
        reply = table.Connect().Send(System.Text.Encoding.ASCII.GetBytes(stage switch
        {
            "scan" => "{\"method\":\"scan\",\"regex\":\"^k12[0-9]$\"}\n",
            "insert" => "{\"method\":\"insert\",\"key\":\"k1\",\"value\":1}\n",
            _ => "{\"method\":\"lookup\",\"key\":\"k1\"}\n",
        }));
        return population.CreateClient(0);
    }

    private static Outcome[] Outcomes(string stage, Func<string, string> spoil)
    {
        var table = new TestTable();
        var settings = LoopRun.Settings(("keys", "2000"), ("pool", "20"));
        var run = new LoopRun(table, LoopRun.Workload.CreatePopulation(settings, stage, PopulationShare.Whole, 3));
        run.Prepare();
        run.Ended.Clear();
        run.Spoil = spoil;
        run.Measure(5);
        return [.. run.Ended.Keys.Select(key => key.Outcome).Distinct()];
    }

    private static string Change(string text, string after, int by)
    {
        var position = text.IndexOf(after, StringComparison.Ordinal) + after.Length;
        var changed = text.ToCharArray();
        changed[position] = (char)(changed[position] is '9' or 'z' ? changed[position] - by : changed[position] + by);
        return new string(changed);
    }

    private static string Pairs(string reply, Action<JsonArray> change)
    {
        var node = JsonNode.Parse(reply)!;
        change(node["result"]!.AsArray());
        return node.ToJsonString() + "\n";
    }

    private static void Shuffle(JsonArray pairs)
    {
        var first = pairs[0];
        pairs.RemoveAt(0);
        pairs.Add(first);
    }

    private static JsonNode Reversed(JsonNode node) => node switch
    {
        JsonObject members => new JsonObject(
            members.Reverse().Select(m => KeyValuePair.Create(m.Key, m.Value is null ? null : Reversed(m.Value)))),
        JsonArray items => new JsonArray([.. items.Select(item => Reversed(item!))]),
        _ => node.DeepClone(),
    };

    /// <summary>Writes every character as an escape.</summary>
    private sealed class EscapeAll : System.Text.Encodings.Web.JavaScriptEncoder
    {
        public override int MaxOutputCharactersPerInputCharacter => 6;

        public override unsafe int FindFirstCharacterToEncode(char* text, int textLength) => textLength == 0 ? -1 : 0;

        public override unsafe bool TryEncodeUnicodeScalar(
            int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
            $"\\u{unicodeScalar:x4}".AsSpan().TryCopyTo(new Span<char>(buffer, bufferLength))
                ? (numberOfCharactersWritten = 6) == 6 : (numberOfCharactersWritten = 0) == 6;

        public override bool WillEncode(int unicodeScalar) => true;
    }
}
