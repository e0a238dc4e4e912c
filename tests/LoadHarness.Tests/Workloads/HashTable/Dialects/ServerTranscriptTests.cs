using System.Text;
using LoadHarness.Tests.Workloads.HashTable.Serving;

namespace LoadHarness.Tests.Workloads.HashTable.Dialects;

/// <summary>What our server says in each dialect, written by hand from the description of the protocols.</summary>
public class ServerTranscriptTests
{
    private const string DecimalComma = """
        > {"method":"insert","key":"zoë","value":{"weight":100,"name":"fred"}}
        < {"status":"Success","result":"Inserted zo\u00eb"}
        > {"method":"lookup","key":"zoë"}
        < {"status":"Success","result":{"weight":100,"name":"fred"}}
        > {"method":"scan","regex":"^z"}
        < {"status":"Success","result":[["zo\u00eb",{"weight":100,"name":"fred"}]]}
        > {"method":"scan","regex":".*("}
        < {"status":"Invalid Request","error":"re.error"}
        > {"method":"insert","key":5,"value":1}
        < {"status":"Invalid Request","error":"TypeError"}
        > {"method":"drop"}
        < {"status":"Invalid Request","error":"ValueError"}
        > nonsense
        < {"status":"Invalid Request","error":"ValueError"}
        > {"method":"remove","key":"zoë"}
        < {"status":"Success","result":{"weight":100,"name":"fred"}}
        > {"method":"remove","key":"zoë"}
        < {"status":"Invalid Request","error":"KeyError"}
        """;

    private const string Le64 = """
        > {"method":"insert","key":"a","value":[1,"x"]}
        < {"result":"success","method":"Insert"}
        > {"method":"lookup","key":"a"}
        < {"result":"success","method":"Lookup","value":[1,"x"]}
        > {"method":"scan","regex":"a"}
        < {"result":"success","method":"Scan","pairs":[["a",[1,"x"]]]}
        > {"method":"remove","key":"a"}
        < {"result":"success","method":"Remove","value":[1,"x"]}
        > {"method":"lookup","key":"a"}
        < {"result":"failure"}
        > {"method":"insert","key":1,"value":1}
        < {"result":"invalid"}
        closed
        """;

    private const string Be64Text = """
        > {"method": "insert", "key": "a", "value": "{\"n\": [1, \"\u00e9\"]}"}
        < {"status":"success"}
        > {"method":"lookup","key":"a"}
        < {"status":"success","result":"{\"n\":[1,\"\\u00e9\"]}"}
        > {"method":"scan","regex":"^a$"}
        < {"status":"success","result":"[[\"a\",\"{\\\"n\\\":[1,\\\"\\\\u00e9\\\"]}\"]]"}
        > {"method":"insert","key":"b","value":"no json"}
        < {"status":"invalid","err_msg":"value must be JSON text in a string","exception":"TypeError"}
        > {"method":"insert","key":"b","value":{}}
        < {"status":"invalid","err_msg":"value must be JSON text in a string","exception":"TypeError"}
        > {"method":"scan","regex":"a["}
        < {"status":"invalid","err_msg":"UnterminatedBracket at offset 2","exception":"re.Error"}
        > {"method":"remove","key":"a"}
        < {"status":"success","result":"{\"n\":[1,\"\\u00e9\"]}"}
        > {"method":"lookup","key":"a"}
        < {"status":"failure","err_msg":"the key is not there","exception":"KeyError"}
        > {"method":"size"}
        < {"status":"success","result":"0"}
        > {"meth
        < {"status":"invalid","err_msg":"the line is not JSON, or nested too deep","exception":"RequestError"}
        closed
        """;

    private const string Be64Codes = """
        > {"method":"insert","key":"key1","value":[1]}
        < {"status":"200"}
        > {"method":"insert","key":"key1","value":[2]}
        < {"status":"201"}
        > {"method":"lookup","key":"key1"}
        < {"status":"300","value":[2]}
        > {"method":"scan","regex":"key"}
        < {"status":"500","value":[]}
        > {"method":"scan","regex":"key|key1"}
        < {"status":"500","value":[["key1","[2]"]]}
        > {"method":"scan","regex":"a)|(b"}
        < {"status":"510"}
        > {"method":"lookup","key":"key2"}
        < {"status":"311"}
        > {"method":"remove","key":"key2"}
        < {"status":"411"}
        > {"method":"lookup","key":7}
        < {"status":"313"}
        > {"method":"insert","key":7,"value":1}
        < {"status":"212"}
        > {"method":"remove","key":"key1"}
        < {"status":"400","value":[2]}
        > {"method":"insert","key":"key1","value":0}
        < {"status":"200"}
        > {"method":"drop"}
        < {"status":"101"}
        closed
        """;

    /// <summary>OK and BAD stand for the header of every success and failure.</summary>
    private const string Decimal16 = """
        > {"method": "insert", "status": 200, "key": "10", "value": {"10": 20}}
        < {OK,"data":{"requestData":{"request":"insert"},"result":{"value":true}}}
        > {"method": "lookup", "status": 200, "key": "10"}
        < {OK,"data":{"requestData":{"request":"lookup"},"result":{"value":{"10":20}}}}
        > {"method": "query", "status": 200, "subkey": "10", "subvalue": 20}
        < {OK,"data":{"requestData":{"request":"query"},"result":{"value":[["10",{"10":20}]]}}}
        > {"method": "size", "status": 200}
        < {OK,"data":{"requestData":{"request":"size"},"result":{"value":1}}}
        > {"method": "remove", "status": 200, "key": "10"}
        < {OK,"data":{"requestData":{"request":"remove"},"result":{"value":true}}}
        > {"method": "remove", "status": 200, "key": "10"}
        < {OK,"data":{"requestData":{"request":"remove"},"result":{"value":true}}}
        > {"method": "lookup", "status": 200, "key": "10"}
        < {BAD,"data":{"requestData":{"request":"lookup"},"result":{"error":"no key in hashtable"}}}
        """;

    private const string Decimal10 = """
        > {"method": "insert", "key": "a", "value": "x"}
        < {"ok":true}
        > {"method": "lookup", "key": "a", "value": null}
        < {"ok":true,"data":{"value":"x"}}
        > {"method": "size", "key": null, "value": null}
        < {"ok":true,"data":{"value":1}}
        > {"method": "remove", "key": "a", "value": null}
        < {"ok":true}
        > {"method": "lookup", "key": "a", "value": null}
        < {"ok":false,"error":"Not Found","message":"the key is not there"}
        > {"method": "lookup", "key": null, "value": null}
        < {"ok":false,"error":"Invalid Params","message":"key must be a string"}
        """;

    private const string NewlineArguments = """
        > {"method": "insert", "arguments": ["a", {"n": 1}]}
        < {"status":"success","result":null}
        > {"arguments": ["a"], "method": "lookup"}
        < {"status":"success","result":{"n":1}}
        > {"method": "scan", "arguments": ["."]}
        < {"status":"success","result":[["a",{"n":1}]]}
        > {"method": "insert", "arguments": ["a"]}
        < {"status":"builtins.TypeError","description":"value is missing"}
        > {"method": "lookup", "arguments": {"key": "a"}}
        < {"status":"builtins.TypeError","description":"key must be a string"}
        > {"method": "lookup", "arguments": ["b"]}
        < {"status":"builtins.KeyError","description":"the key is not there"}
        > {"method": "size", "arguments": []}
        < {"status":"success","result":1}
        """;

    public static TheoryData<string, string> Transcripts { get; } = new()
    {
        { "decimal-comma", DecimalComma },
        { "le64", Le64 },
        { "be64-text", Be64Text },
        { "be64-codes", Be64Codes },
        {
            "decimal-16",
            Decimal16.Replace(
                "{OK", """{"header":{"status":200,"message":"Success"}""", StringComparison.Ordinal)
                .Replace("{BAD", """{"header":{"status":400,"message":"BadRequest"}""", StringComparison.Ordinal)
        },
        { "decimal-10", Decimal10 },
        { "newline-arguments", NewlineArguments },
    };

    [Theory]
    [MemberData(nameof(Transcripts))]
    public void Each_request_has_its_reply_however_it_is_split(string dialect, string transcript)
    {
        for (var split = 1; split < 30; split++)
        {
            using var table = new TestTable(dialect: dialect);
            var connection = table.Connect();
            var lines = transcript.Split('\n');
            for (var i = 0; i + 1 < lines.Length; i += 2)
            {
                var request = HandWire.Frame(dialect, lines[i][2..]);
                byte[] reply = [.. connection.Send(request[..Math.Min(split, request.Length)]),
                    .. connection.Send(request[Math.Min(split, request.Length)..])];
                Encoding.ASCII.GetString(reply)
                    .ShouldBe(Encoding.ASCII.GetString(HandWire.Frame(dialect, lines[i + 1][2..])), lines[i]);
            }

            connection.IsClosed.ShouldBe(lines.Length % 2 == 1);
        }
    }

    [Theory]
    [MemberData(nameof(Transcripts))]
    public void Requests_in_one_segment_are_answered_in_order(string dialect, string transcript)
    {
        var lines = transcript.Split('\n');
        byte[] All(char side) =>
            [.. lines.Where(line => line[0] == side).SelectMany(line => HandWire.Frame(dialect, line[2..]))];
        using var table = new TestTable(dialect: dialect);
        Encoding.ASCII.GetString(table.Connect().Send(All('>'))).ShouldBe(Encoding.ASCII.GetString(All('<')));
    }

    [Theory]
    [InlineData("le64")]
    [InlineData("be64-text")]
    [InlineData("decimal-comma")]
    [InlineData("decimal-10")]
    [InlineData("decimal-16")]
    public void A_reply_has_the_frame_of_the_request_whatever_the_dialect(string framing)
    {
        using var table = new TestTable();
        var reply = table.Connect().Send(HandWire.Frame(framing, """{"method":"size"}"""));
        reply.ShouldBe(HandWire.Frame(framing, """{"status":"OK","result":0}"""));
    }

    [Theory]
    [InlineData("le64")]
    [InlineData("be64-text")]
    [InlineData("decimal-comma")]
    public void A_large_answer_says_its_length_first(string dialect)
    {
        using var table = new TestTable(dialect: dialect);
        var text = new string('x', 300_000);
        var value = dialect.EndsWith("text", StringComparison.Ordinal) ? $"\"\\\"{text}\\\"\"" : $"\"{text}\"";
        var connection = table.Connect();
        connection.Send(HandWire.Frame(dialect, $$"""{"method":"insert","key":"big","value":{{value}}}"""));
        foreach (var request in (string[])["""{"method":"lookup","key":"big"}""", """{"method":"scan","regex":"b"}"""])
        {
            var reply = connection.Send(HandWire.Frame(dialect, request));
            var start = Array.IndexOf(reply, (byte)'{');
            HandWire.Frame(dialect, Encoding.ASCII.GetString(reply[start..])).ShouldBe(reply);
        }

        connection.DrainCount.ShouldBeGreaterThan(7);
    }
}
