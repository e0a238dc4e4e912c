using System.Globalization;
using System.Net;
using System.Text;
using LoadHarness.Discovery.Queries;
using LoadHarness.Discovery.Records;
using LoadHarness.Discovery.Web;
using LoadHarness.Tests.Discovery.Fakes;

namespace LoadHarness.Tests.Discovery.Records;

/// <summary>
/// Goal: nothing that arrives can make the catalog fail or its answers unreadable. The seed makes a failure repeatable.
/// </summary>
public class UpdateFuzzTests
{
    private const int Seed = 20261121;
    private const int Datagrams = 100_000;

    private static readonly string[] QueryWords =
    [
        "type", "port", "b", "n", "l", "none", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "!", "(", ")",
        "and", "or", "not",
        "\"x\"", "\"", "1", "-2.5e3", "true", "false", "null", "'", " ", "\u00e9", "\\", "\"\\ud800\"",
    ];

    private static readonly byte[][] Templates =
    [
        """{"type":"hashtable","owner":"me","port":1234,"project":"me-a4-test5"}"""u8.ToArray(),
        """{"a":[1,2.5,-3e10,{"b":null}],"c":true,"d":"\u0041\n\\\"","uuid":"u","lifetime":2}"""u8.ToArray(),
        """{"name":"n","address":"9.9.9.9","lastheardfrom":1,"port":"1","port":9223372036854775808}"""u8.ToArray(),
        CompressedUpdate.Write("""{"type":"z","port":1,"text":"aaaaaaaaaaaaaaaaaaaaaaaa"}"""u8),
    ];

    [Fact]
    public void A_hundred_thousand_random_and_mutated_datagrams_never_throw()
    {
        var random = new Random(Seed);
        var table = Fakes.Records.Table(new ManualTime());
        var kept = 0;
        for (var i = 0; i < Datagrams; i++)
        {
            var datagram = Next(random);
            if (!UpdateReader.TryRead(datagram, CatalogLimits.Default, out var update, out _)) continue;
            table.Apply(update, IPAddress.Loopback, hostName: null, out _);
            kept++;
        }

        // Mutations leave some intact: otherwise only the refusals would have been tried.
        kept.ShouldBeGreaterThan(Datagrams / 100);
        var listing = new CatalogSite(table, "Catalog", TimeProvider.System).Answer("/query.json");
        System.Text.Ascii.IsValid(listing).ShouldBeTrue();
        var body = Encoding.ASCII.GetString(listing).Split("\n\n", 2)[1];
        System.Text.Json.JsonDocument.Parse(body).RootElement.GetArrayLength().ShouldBe(table.Live().Count);
    }

    [Fact]
    public void Random_queries_and_heads_never_throw()
    {
        var random = new Random(Seed);
        var table = Fakes.Records.Table(new ManualTime());
        table.Take("""{"type":"hashtable","port":1,"b":true,"n":null,"l":[1]}""");
        var record = table.Live()[0];
        var parsed = 0;
        for (var i = 0; i < Datagrams; i++)
        {
            var text = string.Concat(
                Enumerable.Range(0, random.Next(12)).Select(_ => QueryWords[random.Next(QueryWords.Length)]));
            if (Query.TryParse(text, out var query, out var problem))
            {
                query.Matches(record);
                parsed++;
            }
            else
            {
                problem.ShouldNotBeEmpty(text);
            }

            RequestHead.Read(Encoding.UTF8.GetBytes($"GET /{text} HTTP/1.0\n\n"), ended: false, 8192);
            RequestHead.Read(Next(random), ended: random.Next(2) == 0, 8192);
        }

        parsed.ShouldBeGreaterThan(Datagrams / 100, string.Create(CultureInfo.InvariantCulture, $"{parsed} parsed"));
    }

    private static byte[] Next(Random random)
    {
        if (random.Next(4) == 0)
        {
            var noise = new byte[random.Next(200)];
            random.NextBytes(noise);
            if (noise.Length > 0 && random.Next(2) == 0)
                noise[0] = random.Next(2) == 0 ? (byte)'{' : CompressedUpdate.Mark;
            return noise;
        }

        var datagram = Templates[random.Next(Templates.Length)].ToList();
        for (var change = random.Next(4); change > 0 && datagram.Count > 0; change--)
        {
            var at = random.Next(datagram.Count);
            switch (random.Next(4))
            {
                case 0: datagram[at] = (byte)random.Next(256); break;
                case 1: datagram.RemoveAt(at); break;
                case 2: datagram.Insert(at, (byte)random.Next(256)); break;
                default: datagram.RemoveRange(at, random.Next(datagram.Count - at)); break;
            }
        }

        return [.. datagram];
    }
}
