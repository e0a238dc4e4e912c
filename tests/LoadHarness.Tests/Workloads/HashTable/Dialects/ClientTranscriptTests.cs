using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Tests.Workloads.HashTable.Loading;

namespace LoadHarness.Tests.Workloads.HashTable.Dialects;

/// <summary>
/// What our client says and understands in each dialect, written by hand from the description of the protocols. KEY,
/// VALUE and PAIRS stand for what is drawn; TEXT for JSON in a string.
/// </summary>
public partial class ClientTranscriptTests
{
    /// <summary>Dialect, then request and reply of insert, lookup, scan and remove, then the reply to a remove of a key
    /// that is not there.</summary>
    public static TheoryData<string, string[]> Dialects { get; } = new()
    {
        {
            "newline",
            [
                """{"method":"insert","key":"KEY","value":VALUE}""", """{"status": "OK", "result": null}""",
                """{"method":"lookup","key":"KEY"}""", """{"status": "OK", "result": VALUE}""",
                """{"method":"scan","regex":"REGEX"}""", """{"status": "OK", "result": [["KEY", VALUE]]}""",
                """{"method":"remove","key":"KEY"}""", """{"status": "OK", "result": VALUE}""",
                """{"status": "exception", "type": "KeyError"}""",
            ]
        },
        {
            "decimal-comma",
            [
                """{"method":"insert","key":"KEY","value":VALUE}""",
                """{"status": "Success", "result": "Inserted KEY"}""",
                """{"method":"lookup","key":"KEY"}""", """{"status": "Success", "result": VALUE}""",
                """{"method":"scan","regex":"REGEX"}""", """{"status": "Success", "result": [["KEY", VALUE]]}""",
                """{"method":"remove","key":"KEY"}""", """{"status": "Success", "result": VALUE}""",
                """{"status": "Invalid Request", "error": "KeyError"}""",
            ]
        },
        {
            "le64",
            [
                """{"method":"insert","key":"KEY","value":VALUE}""", """{"result": "success", "method": "Insert"}""",
                """{"method":"lookup","key":"KEY"}""", """{"result": "success", "method": "Lookup", "value": VALUE}""",
                """{"method":"scan","regex":"REGEX"}""",
                """{"result": "success", "method": "Scan", "pairs": [["KEY", VALUE]]}""",
                """{"method":"remove","key":"KEY"}""", """{"result": "success", "method": "Remove", "value": VALUE}""",
                """{"result": "failure"}""",
            ]
        },
        {
            "be64-text",
            [
                """{"method":"insert","key":"KEY","value":TEXT}""", """{"status": "success"}""",
                """{"method":"lookup","key":"KEY"}""", """{"status": "success", "result": TEXT}""",
                """{"method":"scan","regex":"REGEX"}""", """{"status": "success", "result": PAIRS}""",
                """{"method":"remove","key":"KEY"}""", """{"status": "success", "result": TEXT}""",
                """{"status": "failure", "err_msg": "no such key", "exception": "KeyError"}""",
            ]
        },
        {
            "be64-codes",
            [
                """{"method":"insert","key":"KEY","value":VALUE}""", """{"status": "201"}""",
                """{"method":"lookup","key":"KEY"}""", """{"status": "300", "value":VALUE}""",
                """{"method":"scan","regex":"REGEX"}""", """{"status": "500", "value":[["KEY", TEXT]]}""",
                """{"method":"remove","key":"KEY"}""", """{"status": "400", "value":VALUE}""",
                """{"status": "411"}""",
            ]
        },
        {
            "decimal-16",
            [
                """{"method":"insert","status":200,"key":"KEY","value":VALUE}""",
                """{"header": {"status": 200, "message": "Success"}, "data": {"result": {"value": true}}}""",
                """{"method":"lookup","status":200,"key":"KEY"}""",
                """{"header": {"status": 200, "message": "Success"}, "data": {"result": {"value": VALUE}}}""",
                """{"method":"scan","status":200,"regex":"REGEX"}""",
                """{"header": {"status": 200}, "data": {"result": {"value": [["KEY", VALUE]]}}}""",
                """{"method":"remove","status":200,"key":"KEY"}""",
                """{"header": {"status": 200, "message": "Success"}, "data": {"result": {"value": true}}}""",
                """{"header": {"status": 200, "message": "Success"}, "data": {"result": {"value": true}}}""",
            ]
        },
        {
            "decimal-10",
            [
                """{"method":"insert","key":"KEY","value":VALUE}""", """{"ok": true}""",
                """{"method":"lookup","key":"KEY","value":null}""", """{"ok": true, "data": {"value": VALUE}}""",
                """{"method":"scan","key":null,"value":null,"regex":"REGEX"}""",
                """{"ok": true, "data": {"value": [["KEY", VALUE]]}}""",
                """{"method":"remove","key":"KEY","value":null}""", """{"ok": true}""",
                """{"ok": false, "error": "Not Found", "message": "no such key"}""",
            ]
        },
        {
            "newline-arguments",
            [
                """{"method":"insert","arguments":["KEY",VALUE]}""", """{"status": "success", "result": null}""",
                """{"method":"lookup","arguments":["KEY"]}""", """{"status": "success", "result": VALUE}""",
                """{"method":"scan","arguments":["REGEX"]}""", """{"status": "success", "result": [["KEY", VALUE]]}""",
                """{"method":"remove","arguments":["KEY"]}""", """{"status": "success", "result": VALUE}""",
                """{"status": "builtins.KeyError", "description": "no such key"}""",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Dialects))]
    public void Requests_are_what_servers_expect_and_their_replies_are_understood(string dialect, string[] texts)
    {
        string[] stages = ["insert", "lookup", "scan", "remove"];
        for (var stage = 0; stage < stages.Length; stage++)
        {
            var run = new Run(dialect, stages[stage], texts);
            run.Prepare();
            run.Measure(texts[2 * stage], texts[(2 * stage) + 1], Outcome.Correct);
            run.Measure(texts[2 * stage], texts[(2 * stage) + 1].Replace("VALUE", "0", StringComparison.Ordinal)
                .Replace("TEXT", "\"0\"", StringComparison.Ordinal).Replace("PAIRS", "[]", StringComparison.Ordinal)
                .Replace("201", "400", StringComparison.Ordinal).Replace("true", "false", StringComparison.Ordinal)
                .Replace("\"status\": 200", "\"status\": 400", StringComparison.Ordinal)
                .Replace("success", "failure", StringComparison.Ordinal)
                .Replace("Success", "Failure", StringComparison.Ordinal)
                .Replace("OK", "exception", StringComparison.Ordinal), Outcome.WrongAnswer);
        }
    }

    [Theory]
    [InlineData("le64", "ffffffffffffffff")]
    [InlineData("decimal-comma", "2d312c7b7d")]
    [InlineData("decimal-10", "78787878787878787878")]
    public void What_is_no_frame_is_a_wrong_answer(string dialect, string reply)
    {
        var settings = LoopRun.Settings(("keys", "2000"), ("pool", "1"), ("dialect", dialect));
        var client = LoopRun.Workload.CreatePopulation(settings, "lookup", PopulationShare.Whole, 1).CreateClient(0);
        var output = new ArrayBufferWriter<byte>();
        client.Begin(Purpose.Measure, output);
        var input = Convert.FromHexString(reply);
        client.Receive(input, end: false, output)
            .ShouldBe(ClientStep.Complete(input.Length, Outcome.WrongAnswer));
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public void Nothing_is_allocated_per_lookup(string dialect, string[] texts)
    {
        var run = new Run(dialect, "lookup", texts);
        run.Prepare();
        run.Allocated_bytes(texts[3]).ShouldBe(0);
    }

    [GeneratedRegex("k[0-9]+|[ir]0-[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Key();

    [GeneratedRegex("""\{\\?"weight.*?"\}""", RegexOptions.None, 1000)]
    private static partial Regex Value();

    /// <summary>One client, and a person who plays the server.</summary>
    private sealed class Run
    {
        private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
        private readonly ArrayBufferWriter<byte> _request = new();
        private readonly string _dialect;
        private readonly string[] _texts;
        private readonly IVirtualClient _client;

        public Run(string dialect, string stage, string[] texts)
        {
            (_dialect, _texts) = (dialect, texts);
            var settings = LoopRun.Settings(
                ("keys", "2000"), ("pool", "5"), ("prepare-batch", "1"), ("scan-result", "1"), ("dialect", dialect));
            _client = LoopRun.Workload.CreatePopulation(settings, stage, PopulationShare.Whole, 1).CreateClient(0);
        }

        public void Prepare()
        {
            while (Next(Purpose.Prepare) is { } request)
            {
                var key = Key().Match(request).Value;
                if (request.Contains("\"insert\"", StringComparison.Ordinal))
                {
                    _values[key] = Value().Match(request).Value.Replace("\\\"", "\"", StringComparison.Ordinal);
                    Check(request, _texts[0], key);
                    Answer(_texts[1], key).ShouldBe(Outcome.Correct);
                }
                else
                {
                    Check(request, _texts[6], key);
                    Answer(_texts[8], key).ShouldBe(Outcome.Correct);
                }
            }
        }

        public void Measure(string expected, string reply, Outcome outcome)
        {
            var request = Next(Purpose.Measure)!;
            var key = Key().Match(request).Value;
            if (!_values.ContainsKey(key))
                _values[key] = Value().Match(request).Value.Replace("\\\"", "\"", StringComparison.Ordinal);
            Check(request, expected, key);
            Answer(reply, key).ShouldBe(outcome, $"{_dialect}: {request} {reply}");
        }

        public long Allocated_bytes(string reply) => ClientAllocation.LeastOf_bytes(
            _client, HandWire.Frame(_dialect, Fill(reply, "k1")), outcome: null);

        private string? Next(Purpose purpose)
        {
            _request.ResetWrittenCount();
            return _client.Begin(purpose, _request).Next == ClientNext.Idle
                ? null : Encoding.Latin1.GetString(_request.WrittenSpan);
        }

        private void Check(string request, string expected, string key) =>
            request.ShouldBe(Encoding.Latin1.GetString(HandWire.Frame(_dialect, Fill(expected, key))));

        /// <summary>Answers byte by byte.</summary>
        private Outcome Answer(string reply, string key)
        {
            var input = HandWire.Frame(_dialect, Fill(reply, key));
            for (var length = 1; length < input.Length; length++)
                _client.Receive(input.AsSpan(0, length), end: false, _request).Next.ShouldBe(ClientNext.Receive);
            var step = _client.Receive(input, end: false, _request);
            step.Next.ShouldBe(ClientNext.Complete);
            step.Consumed.ShouldBe(input.Length);
            return step.Outcome;
        }

        private string Fill(string text, string key)
        {
            var value = _values.GetValueOrDefault(key, "");
            var asText = JsonSerializer.Serialize(value, Plain);
            var pairs = JsonSerializer.Serialize($"[[\"{key}\", {asText}]]", Plain);
            return text.Replace("PAIRS", pairs, StringComparison.Ordinal)
                .Replace("REGEX", $"^{key}$", StringComparison.Ordinal).Replace("KEY", key, StringComparison.Ordinal)
                .Replace("VALUE", value, StringComparison.Ordinal).Replace("TEXT", asText, StringComparison.Ordinal);
        }

        private static JsonSerializerOptions Plain { get; } =
            new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    }
}
