using System.Text;
using LoadHarness.Discovery;
using LoadHarness.Discovery.Locating;

namespace LoadHarness.Tests.Discovery.Locating;

public class CatalogLocatorTests
{
    private readonly List<string> _asked = [];

    [Fact]
    public async Task The_server_heard_of_last_comes_first_and_each_address_once()
    {
        var found = await Find(Listing(
            """{"name":"a","lastheardfrom":100,"address":"10.0.0.1","type":"hashtable","port":1,"project":"demo"}""",
            """{"name":"a","lastheardfrom":300,"address":"10.0.0.1","type":"hashtable","port":2,"project":"demo"}""",
            """{"name":"b","lastheardfrom":200,"address":"10.0.0.1","type":"hashtable","port":1,"project":"demo"}"""));
        found.ShouldBe("10.0.0.1:2 10.0.0.1:1");
        _asked.ShouldBe(["/query/" + Base64("type==\"hashtable\" && project==\"demo\"")]);
    }

    [Fact]
    public async Task Only_what_was_asked_for_counts_even_if_the_catalog_lists_more()
    {
        (await Find(Listing(
            """{"address":"10.0.0.1","type":"hashtable","port":1,"project":"demo"}""",
            """{"address":"10.0.0.2","type":"spreadsheet","port":1,"project":"demo"}""",
            """{"address":"10.0.0.3","type":"hashtable","port":1,"project":"demo2"}""",
            """{"address":"10.0.0.4","port":1,"project":"demo"}""",
            """{"address":"10.0.0.5","type":"hashtable","port":1}""",
            """{"address":"10.0.0.6","type":["hashtable"],"port":1,"project":{"demo":1}}""",
            "{}", "7", "null"))).ShouldBe("10.0.0.1:1");
    }

    [Theory]
    [InlineData("1234", "10.0.0.1:1234")]
    [InlineData("1234.0", "10.0.0.1:1234")]
    [InlineData("\"1234\"", "10.0.0.1:1234")]
    [InlineData("12.5", "")]
    [InlineData("0", "")]
    [InlineData("-1", "")]
    [InlineData("65536", "")]
    [InlineData("1e400", "")]
    [InlineData("null", "")]
    [InlineData("\"http\"", "")]
    [InlineData("[1]", "")]
    public async Task A_port_may_be_anything(string port, string expected) => (await Find(Listing(
        $$"""{"address":"10.0.0.1","type":"hashtable","port":{{port}},"project":"demo"}"""))).ShouldBe(expected);

    [Fact]
    public async Task Of_members_that_stand_twice_the_catalogs_own_count()
    {
        const string Ours = "\"type\":\"hashtable\",\"port\":1,\"project\":\"demo\"";
        (await Find(Listing(
            $$"""{"lastheardfrom":1,"address":"10.0.0.1",{{Ours}},"address":"9.9.9.9"}""",
            $$"""{"lastheardfrom":0,"address":"10.0.0.3",{{Ours}},"lastheardfrom":9}""",
            $$"""{"lastheardfrom":2,"address":"10.0.0.2",{{Ours}}}""")))
            .ShouldBe("10.0.0.2:1 10.0.0.1:1 10.0.0.3:1");
    }

    [Fact]
    public async Task Without_an_address_the_name_is_connected_to_and_without_both_nothing() => (await Find(Listing(
        """{"name":"host.example","type":"hashtable","port":1,"project":"demo"}""",
        """{"type":"hashtable","port":2,"project":"demo"}"""))).ShouldBe("host.example:1");

    [Fact]
    public async Task A_list_spoilt_by_one_record_is_read_line_by_line()
    {
        (await Find(Listing(
            """{"address":"10.0.0.9","type":"x","owner":"\q","port":1,"project":"x"}""",
            """{"address":"10.0.0.1","type":"hashtable","port":1,"project":"demo"}"""))).ShouldBe("10.0.0.1:1");
        _asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_record_with_an_apostrophe_as_the_original_writes_it_is_still_found() => (await Find(Listing(
        """{"address":"10.0.0.1","type":"hashtable","owner":"o\'neil","port":1,"project":"demo"}""")))
        .ShouldBe("10.0.0.1:1");

    [Fact]
    public async Task Text_that_is_no_text_spoils_only_its_own_record() => (await Find(Listing(
        """{"address":"10.0.0.9","type":"hashtable","owner":"\ud800","port":1,"project":"demo"}""",
        """{"address":"10.0.0.8","\udc00":1,"type":"hashtable","port":1,"project":"demo"}""",
        """{"address":"10.0.0.1","type":"hashtable","port":1,"project":"demo"}"""))).ShouldBe("10.0.0.1:1");

    [Theory]
    [InlineData("garbage")]
    [InlineData("")]
    [InlineData("[\n{\"type\":\"hash")]
    public async Task An_unreadable_answer_to_a_query_is_followed_by_asking_for_all(string answer)
    {
        var all = Listing("""{"address":"10.0.0.1","type":"hashtable","port":1,"project":"demo"}""");
        (await Find(answer, all)).ShouldBe("10.0.0.1:1");
        _asked[1].ShouldBe("/query.json");
    }

    [Fact]
    public async Task A_catalog_without_queries_is_asked_for_all()
    {
        var all = Encoding.UTF8.GetBytes(
            Listing("""{"address":"10.0.0.1","type":"hashtable","port":1,"project":"demo"}"""));
        var locator = Locator(path => path.EndsWith(".json", StringComparison.Ordinal)
            ? new CatalogReply(true, all)
            : new CatalogReply(false, "[]"u8.ToArray()));
        (await locator.FindAsync(new ServerQuery("demo"), CancellationToken.None)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_name_too_long_for_the_originals_request_line_is_looked_for_in_the_whole_list()
    {
        var locator = Locator(_ => new CatalogReply(true, "[]"u8.ToArray()));
        await locator.FindAsync(new ServerQuery(new string('x', 1400)), CancellationToken.None);
        _asked.ShouldBe(["/query.json"]);
    }

    [Theory]
    [InlineData("[\n\n]\n")]
    [InlineData("[]")]
    public async Task An_empty_list_means_nobody_and_is_not_asked_twice(string empty)
    {
        (await Find(empty)).ShouldBe("");
        _asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Answers_that_are_no_lists_are_an_error() =>
        (await Should.ThrowAsync<DiscoveryException>(() => Find("<html>", "<html>"))).Message
            .ShouldBe("catalog 127.0.0.1:9097: its answer is not a list of services");

    [Fact]
    public async Task Loopback_in_the_listing_of_another_machine_means_that_machine()
    {
        var body = Encoding.UTF8.GetBytes(
            Listing("""{"address":"127.0.0.1","type":"hashtable","port":5,"project":"demo"}"""));
        var locator = new CatalogLocator(
            new CatalogAddress("192.0.2.1", 9097), (_, _) => Task.FromResult(new CatalogReply(true, body)));
        var found = await locator.FindAsync(new ServerQuery("demo"), CancellationToken.None);
        found.ShouldHaveSingleItem().ToString().ShouldBe("192.0.2.1:5");
    }

    [Fact]
    public async Task Names_are_quoted_in_the_query_and_refused_when_no_catalog_can_hold_them()
    {
        await Locator(_ => new CatalogReply(true, "[]"u8.ToArray()))
            .FindAsync(new ServerQuery("""a"b\c'd"""), CancellationToken.None);
        _asked[0].ShouldBe("/query/" + Base64("""type=="hashtable" && project=="a\"b\\c'd" """.TrimEnd()));
        (await Should.ThrowAsync<DiscoveryException>(() => Locator(_ => throw new InvalidOperationException())
            .FindAsync(new ServerQuery("caf\u00e9"), CancellationToken.None))).Message.ShouldContain("project has");
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.ASCII.GetBytes(text));

    private static string Listing(params string[] records) => $"[\n{string.Join(",\n", records)}\n]\n";

    private CatalogLocator Locator(Func<string, CatalogReply> answer) => new(CatalogAddress.Local, (path, _) =>
    {
        _asked.Add(path);
        return Task.FromResult(answer(path));
    });

    private async Task<string> Find(params string[] answers)
    {
        var locator = Locator(_ => new CatalogReply(true, Encoding.UTF8.GetBytes(answers[_asked.Count - 1])));
        return string.Join(' ', await locator.FindAsync(new ServerQuery("demo"), CancellationToken.None));
    }
}
