using System.Globalization;
using System.Text;
using LoadHarness.Discovery.Web;
using LoadHarness.Tests.Discovery.Fakes;

namespace LoadHarness.Tests.Discovery.Web;

/// <summary>The forms are the original's, byte by byte: clients split answers at them.</summary>
public class CatalogSiteTests
{
    private const string Head =
        "Date: Mon Nov  2 09:05:03 2026\nServer: catalog_server\nConnection: close\nAccess-Control-Allow-Origin: *\n";

    private readonly ManualTime _time = new();

    [Fact]
    public void Json_is_one_record_per_line_and_every_line_ends_in_lf_alone()
    {
        Answer("/query.json").ShouldBe("HTTP/1.1 200 OK\n" + Head + """
            Content-type: text/plain

            [
            {"name":"alpha","lastheardfrom":1793610303,"address":"127.0.0.1","type":"h","port":4,"project":"p","f":0.5},
            {"name":"beta","lastheardfrom":1793610303,"address":"127.0.0.1","type":"z","port":9,"t":"it's a \"<b>\"\n"}
            ]

            """);
    }

    [Fact]
    public void No_record_is_an_array_around_an_empty_line()
    {
        var empty = new CatalogSite(Fakes.Records.Table(_time), "Catalog", _time);
        Encoding.ASCII.GetString(empty.Answer("/query.json")).ShouldEndWith("Content-type: text/plain\n\n[\n\n]\n");
        Answer(QueryFor("type==\"none\"")).ShouldEndWith("Content-type: text/plain\n\n[\n\n]\n");
    }

    [Fact]
    public void A_query_lists_what_matches()
    {
        Answer(QueryFor("type==\"z\"")).ShouldEndWith(
            """


            [
            {"name":"beta","lastheardfrom":1793610303,"address":"127.0.0.1","type":"z","port":9,"t":"it's a \"<b>\"\n"}
            ]

            """);
        Answer(QueryFor("type==\"z\"").TrimEnd('=')).ShouldBe(Answer(QueryFor("type==\"z\"")));
        Answer(QueryFor("type==\"z\"").Replace("=", "%3D", StringComparison.Ordinal))
            .ShouldBe(Answer(QueryFor("type==\"z\"")));
    }

    [Fact]
    public void What_is_no_query_is_a_bad_request()
    {
        Answer("/query/!!!").ShouldBe(
            "HTTP/1.1 400 Bad Request\n" + Head + "Content-type: text/plain\n\nInvalid base-64 encoding.\n");
        Answer(QueryFor("type==")).ShouldEndWith("\n\nInvalid query text.\n");
    }

    [Fact]
    public void Text_is_lines_of_name_and_value_that_no_value_can_break()
    {
        Answer("/query.text").ShouldEndWith("""


            name alpha
            lastheardfrom 1793610303
            address 127.0.0.1
            type h
            port 4
            project p
            f 0.5

            name beta
            lastheardfrom 1793610303
            address 127.0.0.1
            type z
            port 9
            t it's a "<b>"
            """ + " \n\n");
    }

    [Theory]
    [InlineData("/nope")]
    [InlineData("/query")]
    [InlineData("/query/")]
    [InlineData("/detail/")]
    [InlineData("/query.json?x=1")]
    [InlineData("//query.json")]
    [InlineData("")]
    public void Other_paths_are_not_found(string path)
    {
        Answer(path).ShouldBe("HTTP/1.1 404 Not Found\n" + Head + "Content-type: text/html\n\n"
            + $"<p>Error 404: Invalid URL</p><pre>{path}</pre><p><a href=/>Return to Index</a></p>");
    }

    [Fact]
    public void A_path_that_is_not_found_does_not_become_markup() =>
        Answer("/<script>").ShouldContain("<pre>/&#60;script&#62;</pre>");

    [Fact]
    public void Pages_show_what_senders_wrote_as_text()
    {
        var table = Fakes.Records.Table(_time);
        table.Take("""{"type":"<script>alert(1)</script>","project":"\"&'","port":1,"owner":{"<i>":1},"<u>":"<b>"}""");
        var site = new CatalogSite(table, "Catalog", _time);
        foreach (var path in new[] { "/", "/query.html", "/detail/127.0.0.1:1:localhost" })
        {
            var page = Encoding.ASCII.GetString(site.Answer(path));
            page.ShouldContain("&#60;script&#62;alert(1)&#60;/script&#62;");
            page.ShouldContain("&#34;&#38;&#39;");
            page.ShouldNotContain("<script>alert");
            page.ShouldNotContain("<b>");
            page.ShouldNotContain("<i>");
            page.ShouldNotContain("<u>");
        }
    }

    [Fact]
    public void The_page_holds_everything_it_needs_and_the_ages()
    {
        var table = Fakes.Records.Table(_time);
        table.Take("""{"type":"hashtable","project":"demo","port":1}""");
        _time.Advance(TimeSpan.FromSeconds(200));
        var page = Encoding.ASCII.GetString(new CatalogSite(table, "Catalog", _time).Answer("/"));
        page.ShouldContain("data-age=\"200\">3 min 20 s<");
        page.ShouldContain("1 service<");
        page.ShouldContain("kept for 15 min after");
        page.ShouldNotContain("src=");
        page.ShouldNotContain("http://");
        page.ShouldNotContain("https://");
        page.ShouldContain("aria-sort=\"none\"");
    }

    [Fact]
    public void A_detail_is_found_by_its_key_as_it_stands_or_as_the_page_links_it()
    {
        foreach (var path in new[] { "/detail/127.0.0.1:9:beta", "/detail/127.0.0.1%3A9%3Abeta" })
            Answer(path).ShouldContain("<th scope=\"row\">t</th><td>it&#39;s a &#34;&#60;b&#62;&#34;\n</td>");
        Answer("/").ShouldContain("href=\"/detail/127.0.0.1%3A9%3Abeta\"");
        Answer("/detail/nope").ShouldStartWith("HTTP/1.1 200 OK\n");
        Answer("/detail/nope").ShouldContain("Unknown Item!");
    }

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(59, "59 s")]
    [InlineData(60, "1 min")]
    [InlineData(61, "1 min 1 s")]
    [InlineData(3600, "1 h")]
    [InlineData(3599, "59 min 59 s")]
    [InlineData(3660, "1 h 1 min")]
    [InlineData(-5, "0 s")]
    public void An_age_has_two_units_at_most(long age_s, string expected) => AgeText.Of(age_s).ShouldBe(expected);

    [Fact]
    public void Answers_do_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var expected = new[] { "/query.json", "/query.text", "/", QueryFor("f==0.5") }.Select(Answer).ToArray();
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            new[] { "/query.json", "/query.text", "/", QueryFor("f==0.5") }.Select(Answer).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string QueryFor(string text) => $"/query/{Convert.ToBase64String(Encoding.ASCII.GetBytes(text))}";

    private string Answer(string path)
    {
        var table = Fakes.Records.Table(_time);
        table.Take("""{"type":"z","port":9,"t":"it's a \"<b>\"\n"}""", hostName: "beta");
        table.Take("""{"type":"h","port":4,"project":"p","f":0.5}""", hostName: "alpha");
        return Encoding.ASCII.GetString(new CatalogSite(table, "Catalog", _time).Answer(path));
    }
}
