using System.Net;
using System.Text;
using System.Text.Json;
using LoadHarness.Discovery;
using LoadHarness.Discovery.Locating;
using LoadHarness.Discovery.Queries;
using LoadHarness.Discovery.Records;
using LoadHarness.Discovery.Serving;
using LoadHarness.Discovery.Web;
using LoadHarness.Torture.Fuzzing.Playing;

namespace LoadHarness.Torture.Fuzzing.Targets;

/// <summary>What the catalog is sent, and what it is asked.</summary>
internal static class CatalogTargets
{
    private const int LongestHead_bytes = 2048;

    private static readonly string _record =
        """{"type":"hashtable","owner":"me","port":1234,"project":"p","b":true,"n":null,"l":[1],"lifetime":2}""";

    private static readonly byte[][] _words = Promise.Bytes(
        "\"type\"", "\"port\"", "\"name\"", "\"uuid\"", "\"lifetime\"", "\"address\"", "\"lastheardfrom\"", "type",
        "port", "b", "n", "l", "==", "!=", "<=", ">=", "&&", "||", "!", "(", ")", " and ", " or ", "not ", "\"x\"",
        "-2.5e3", "true", "null", "/query.json", "/query/", "/detail/", "/query.text", "/query.html",
        " HTTP/1.0\r\n\r\n", "GET ", "%2F", "http://x/", "127.0.0.1:1234:h", "dHlwZT09Ingi", "==", "\n", "{", "}", ",",
        "[", "]");

    /// <summary>All of them.</summary>
    public static IEnumerable<FuzzTarget> All()
    {
        yield return new ReadTarget("catalog/update", Update)
        {
            Seeds =
            [
                .. Promise.Bytes(
                    _record, """{"a":[1,2.5,-3e10,{"b":null}],"d":"\u0041\n\\\"","uuid":"u","lifetime":2e3,}""",
                    """{"name":"n","address":"9.9.9.9","lastheardfrom":1,"port":"1","port":9223372036854775808}"""),
                CompressedUpdate.Write(Encoding.ASCII.GetBytes(_record)),
            ],
            Words = _words,
            Allowance_bytes = 4 * 1024 * 1024,
        };
        yield return new ReadTarget("catalog/query", Ask)
        {
            Seeds = Promise.Bytes(
                "type == \"hashtable\" && port >= 1000", "!(b || n == null) and l != 1.5e3",
                "not true or \"\\u0041\" < x"),
            Words = _words,
        };
        yield return new ReadTarget("catalog/request", Request)
        {
            Seeds = Promise.Bytes(
                "GET /query.json HTTP/1.0\r\n\r\n", "GET /query/dHlwZT09Imhhc2h0YWJsZSI= HTTP/1.1\nHost: h\n\n",
                "GET http://c:9097/detail/127.0.0.1:1234:h HTTP/1.1\r\n\r\n", "GET / HTTP/1.0\n\n"),
            Words = _words,
        };
        yield return new ReadTarget("catalog/listing", List)
        {
            Seeds = Promise.Bytes($"[{_record},\n{_record}]\n", $"[\n{_record},\n{{\"owner\":\"o\\'x\"}}\n]", "[]"),
            Words = _words,
        };
        yield return new ReadTarget("catalog/address", Promise.RefusesBy<DiscoveryException>(Address))
        {
            Seeds = Promise.Bytes("catalog.cse.nd.edu:9097", "[::1]:9097", "::1", "127.0.0.1"),
            Words = _words,
        };
    }

    private static string Update(byte[] input)
    {
        if (!UpdateReader.TryRead(input, CatalogLimits.Default, out var update, out var problem)) return problem;
        var table = new RecordTable(TimeSpan.FromMinutes(15), CatalogLimits.Default, StandingTime.Instance);
        var change = table.Apply(update, IPAddress.Loopback, hostName: null, out var record);
        RecordText.Of(record);
        if (change == RecordChange.Refused) return "the table is full";
        var site = new CatalogSite(table, "Catalog", StandingTime.Instance);
        foreach (var page in (string[])["/", "/query.json", "/query.text", "/detail/" + record.Key])
            Promise.Holds(Ascii.IsValid(site.Answer(page)), "answers are ASCII");
        var listing = Encoding.ASCII.GetString(site.Answer("/query.json")).Split("\n\n", 2)[1];
        using var read = JsonDocument.Parse(listing);
        Promise.Holds(read.RootElement.GetArrayLength() == 1, "a listing is JSON, and holds what was registered");
        Promise.Holds(
            Listing.TryRead(Encoding.ASCII.GetBytes(listing), out var records) && records.Count <= 1,
            "our locator reads our listing");
        return "registered";
    }

    private static string Ask(byte[] input)
    {
        if (!Query.TryParse(Promise.Text(input), out var query, out var problem)) return problem;
        return query.Matches(Record()) ? "matches" : "does not match";
    }

    private static string Request(byte[] input)
    {
        var whole = RequestHead.Read(input, ended: false, LongestHead_bytes);
        for (var length = 1; length <= Math.Min(input.Length, LongestHead_bytes); length++)
        {
            var head = RequestHead.Read(input.AsSpan(0, length), ended: false, LongestHead_bytes);
            if (head.State == RequestState.Incomplete) continue;
            whole = head;
            break;
        }

        if (whole.State == RequestState.Incomplete) whole = RequestHead.Read(input, ended: true, LongestHead_bytes);
        if (whole.State != RequestState.Complete) return whole.State.ToString();
        var answer = Site().Answer(whole.Path);
        Promise.Holds(Ascii.IsValid(answer), "answers are ASCII");
        return Encoding.ASCII.GetString(answer, 9, 16);
    }

    private static string List(byte[] input)
    {
        if (!Listing.TryRead(input, out var records)) return "no listing";
        var query = new ServerQuery("p");
        return string.Concat(records.Take(4).Select(record => (record.IsAnswerTo(query) ? "an answer" : "another")
            + (record.ToCandidate() is null ? ", " : " with an address, ")));
    }

    private static string Address(byte[] input)
    {
        var address = CatalogAddress.Parse(Promise.Text(input));
        Promise.Holds(CatalogAddress.Parse(address.ToString()) == address, "an address is read back as it is written");
        return address.Host.Contains(':', StringComparison.Ordinal) ? "IPv6" : "host";
    }

    private static CatalogRecord Record()
    {
        var table = new RecordTable(TimeSpan.FromMinutes(15), CatalogLimits.Default, StandingTime.Instance);
        UpdateReader.TryRead(Encoding.ASCII.GetBytes(_record), CatalogLimits.Default, out var update, out _);
        table.Apply(update, IPAddress.Loopback, "h", out var record);
        return record;
    }

    private static CatalogSite Site()
    {
        var table = new RecordTable(TimeSpan.FromMinutes(15), CatalogLimits.Default, StandingTime.Instance);
        UpdateReader.TryRead(Encoding.ASCII.GetBytes(_record), CatalogLimits.Default, out var update, out _);
        table.Apply(update, IPAddress.Loopback, "h", out _);
        return new CatalogSite(table, "Catalog", StandingTime.Instance);
    }
}
