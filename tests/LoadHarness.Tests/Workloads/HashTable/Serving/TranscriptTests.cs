using System.Globalization;

namespace LoadHarness.Tests.Workloads.HashTable.Serving;

/// <summary>The instructor's envelope, request by request, written by hand.</summary>
public class TranscriptTests
{
    private const string Transcript = """
        > {"method":"size"}
        < {"status":"OK","result":0}
        > {"method":"insert","key":"zebra","value":{"weight":100,"name":"fred"}}
        < {"status":"OK","result":null}
        > {"method": "lookup", "key": "zebra"}
        < {"status":"OK","result":{"weight":100,"name":"fred"}}
        > {"key":"zebra","value":null,"method":"insert","extra":[1,{"method":"x"}]}
        < {"status":"OK","result":null}
        > {"method":"lookup","key":"zebra"}
        < {"status":"OK","result":null}
        > {"method":"insert","key":"zoë","value":" naïve \u00e9 \/ \ud83d\ude00 😀"}
        < {"status":"OK","result":null}
        > {"method":"lookup","key":"zo\u00EB"}
        < {"status":"OK","result":" na\u00efve \u00e9 / \ud83d\ude00 \ud83d\ude00"}
        > {"method":"scan","regex":"^z"}
        < {"status":"OK","result":[["zebra",null],["zo\u00eb"," na\u00efve \u00e9 / \ud83d\ude00 \ud83d\ude00"]]}
        > {"method":"scan","regex":"nothing"}
        < {"status":"OK","result":[]}
        > {"method":"insert","key":"a","value":{"color":"red","n":1.0}}
        < {"status":"OK","result":null}
        > {"method":"insert","key":"b","value":{"color":"blue","n":1}}
        < {"status":"OK","result":null}
        > {"method":"query","subkey":"color","subvalue":"red"}
        < {"status":"OK","result":[["a",{"color":"red","n":1.0}]]}
        > {"method":"query","subkey":"n","subvalue":1e0}
        < {"status":"OK","result":[["a",{"color":"red","n":1.0}],["b",{"color":"blue","n":1}]]}
        > {"method":"query","subkey":"none","subvalue":null}
        < {"status":"OK","result":[]}
        > {"method":"size"}
        < {"status":"OK","result":4}
        > {"method":"remove","key":"a"}
        < {"status":"OK","result":{"color":"red","n":1.0}}
        > {"method":"remove","key":"a"}
        < {"status":"exception","type":"KeyError"}
        > {"method":"lookup","key":"a"}
        < {"status":"exception","type":"KeyError"}
        > {"method":"drop","key":"a"}
        < {"status":"exception","type":"InvalidMethod","message":"known are insert, lookup, scan, remove, size, query"}
        > {"method":7}
        < {"status":"exception","type":"InvalidRequest","message":"method must be a string"}
        > {"key":"a"}
        < {"status":"exception","type":"InvalidRequest","message":"method must be a string"}
        > {"method":"insert","key":"a"}
        < {"status":"exception","type":"InvalidRequest","message":"value is missing"}
        > {"method":"insert","key":5,"value":1}
        < {"status":"exception","type":"InvalidRequest","message":"key must be a string"}
        > {"method":"lookup"}
        < {"status":"exception","type":"InvalidRequest","message":"key must be a string"}
        > {"method":"scan","regex":null}
        < {"status":"exception","type":"InvalidRequest","message":"regex must be a string"}
        > {"method":"scan","regex":".*("}
        < {"status":"exception","type":"InvalidRegex","message":"InsufficientClosingParentheses at offset 3"}
        > {"method":"query","subvalue":1}
        < {"status":"exception","type":"InvalidRequest","message":"subkey must be a string"}
        > {"method":"query","subkey":"a"}
        < {"status":"exception","type":"InvalidRequest","message":"subvalue is missing"}
        > ["method","size"]
        < {"status":"exception","type":"InvalidRequest","message":"a request is a JSON object"}
        > {"m\u0065thod":"s\u0069ze"}
        < {"status":"OK","result":3}
        > {"method":"drop","method":"size"}
        < {"status":"OK","result":3}
        > hello
        < {"status":"exception","type":"InvalidJson","message":"the line is not JSON, or nested too deep"}
        """;

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void Each_request_has_its_reply(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            var connection = new TestTable().Connect();
            var lines = Transcript.Split('\n');
            for (var i = 0; i < lines.Length; i += 2)
                connection.Send(lines[i][2..] + "\n").ShouldBe(lines[i + 1][2..] + "\n", lines[i]);
            connection.IsClosed.ShouldBeTrue();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_whole_transcript_in_one_segment_gives_the_same_replies()
    {
        var lines = Transcript.Split('\n');
        var requests = string.Concat(lines.Where(line => line[0] == '>').Select(line => line[2..] + "\r\n\n"));
        var replies = string.Concat(lines.Where(line => line[0] == '<').Select(line => line[2..] + "\n"));
        new TestTable().Connect().Send(requests).ShouldBe(replies);
    }
}
