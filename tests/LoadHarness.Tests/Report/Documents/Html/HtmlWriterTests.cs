using System.Net;
using System.Security.Cryptography;
using System.Text;

using FsCheck;
using FsCheck.Fluent;

using LoadHarness.Analysis;
using LoadHarness.Report;
using LoadHarness.Report.Documents;

namespace LoadHarness.Tests.Report.Documents.Html;

public class HtmlWriterTests
{
    private static readonly string[] s_hostile =
    [
        "</script><script>alert(1)</script>", "<!--", "]]>", "\"><img src=x onerror=alert(1)>", "' onload='x", "&lt;",
        "<svg/onload=x>", "</title>", "\0", "\u0001\u0080", "\ud800", "a\r\nb", "`", "`<b>`", "😀", "\u202e", "{{x}}",
        "javascript:x", "#x",
    ];

    private static readonly Lazy<IReadOnlyList<Block>> s_report = new(() => ReportComposer.Compose(
        [Analyser.Analyse(SyntheticRun.NumberList([1, 2, 4, 8, 16])),
            Analyser.Analyse(SyntheticRun.Hashtable([1, 2, 4, 8, 16], "insert", "lookup"))], ["a file is missing"]));

    [Fact]
    public void Every_kind_of_block_is_written_as_it_was() =>
        Golden.ShouldMatch(HtmlPage.Of(EveryBlock.With("`threaded`")).Html, "every-block.golden.html");

    [Fact]
    public void No_name_from_the_data_changes_the_form_of_the_page()
    {
        var form = HtmlPage.Of(EveryBlock.With("name")).Form;
        var names = Gen.OneOf(
            Gen.Elements(s_hostile),
            Gen.ArrayOf(Gen.Elements("<>&\"'`/=! ax-\0\u0085\ud800\udc00\n".ToCharArray())).Select(c => new string(c)),
            Gen.Two(Gen.Elements(s_hostile)).Select(pair => pair.Item1 + pair.Item2)).Select(name => "n" + name);
        Prop.ForAll(Arb.From(names), name => HtmlPage.Of(EveryBlock.With(name)).Form.ShouldBe(form))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_name_from_the_data_is_read_as_it_was_written() =>
        HtmlPage.Of(EveryBlock.With("a <b> & \"c\" 'd' é – 10 µs")).Text
            .ShouldContain("Made from a <b> & \"c\" 'd' é – 10 µs with code.");

    [Fact]
    public void The_page_tells_what_the_blocks_say_in_their_order()
    {
        var text = HtmlPage.Of(s_report.Value).Text;
        var at = 0;
        foreach (var said in s_report.Value.SelectMany(Says).Where(said => said.Length > 0))
        {
            var found = text.IndexOf(said, at, StringComparison.Ordinal);
            found.ShouldBeGreaterThanOrEqualTo(at, $"'{said}' is missing or stands too early");
            at = found + said.Length;
        }
    }

    [Fact]
    public void Every_identifier_is_unique_and_every_link_leads_to_one()
    {
        var page = HtmlPage.Of(s_report.Value);
        page.Identifiers.ShouldBeUnique(StringComparer.Ordinal);
        page.Links.Count.ShouldBeGreaterThan(40);
        page.Links.Where(link => !link.StartsWith('#') || !page.Identifiers.Contains(link[1..], StringComparer.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Sentences_lead_to_their_figures_and_rows()
    {
        var links = HtmlPage.Of(s_report.Value).Links;
        links.ShouldContain("#row-hashtable-answer-lookup", StringComparer.Ordinal);
        links.ShouldContain("#figure-hashtable-latency", StringComparer.Ordinal);
        links.ShouldContain("#figure-number-list-cpu", StringComparer.Ordinal);
    }

    [Fact]
    public void Nothing_is_loaded_from_elsewhere()
    {
        var html = HtmlPage.Of(s_report.Value).Html
            .Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal)
            .Replace("url(#", "", StringComparison.Ordinal);
        string[] loaders = ["http://", "https://", " src=", "<link", "<img", "<iframe", "@import", "url("];
        foreach (var loader in loaders) html.ShouldNotContain(loader);
    }

    [Fact]
    public void The_policy_of_the_page_allows_its_own_style_and_script_and_nothing_else()
    {
        var page = HtmlPage.Of(EveryBlock.With("name"));
        var policy = WebUtility.HtmlDecode(page.Between("Content-Security-Policy\" content=\"", "\""));
        policy.ShouldBe(
            $"default-src 'none'; style-src {Hash(page.Between("<style>", "</style>"))}; "
                + $"script-src {Hash(page.Between("<script>", "</script>"))}");
    }

    [Fact]
    public void The_page_is_the_same_where_a_comma_is_the_decimal_point()
    {
        var here = HtmlPage.Of(s_report.Value).Html;
        InCulture.WithComma(() => HtmlPage.Of(s_report.Value).Html).ShouldBe(here);
    }

    [Fact]
    public void A_report_without_blocks_is_still_a_page() => HtmlPage.Of([]).Html.ShouldContain("</html>");

    private static string Hash(string text) =>
        "'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text))) + "'";

    private static IEnumerable<string> Says(Block block) => block switch
    {
        HeadingBlock heading => [Plain(heading.Text)],
        ParagraphBlock paragraph => [Plain(paragraph.Text)],
        WarningBlock warning => [Plain(warning.Text)],
        ListBlock list => list.Items.SelectMany(item => new[] { Plain(item.Lead), Plain(item.Text) }),
        TableBlock table => table.Table.Columns.Select(column => Plain(column.Header))
            .Concat(table.Table.Rows.SelectMany(row => row).Select(Plain)),
        FigureBlock figure => [figure.Figure.Title, figure.Figure.Subtitle, figure.Caption, figure.Figure.Description],
        CodeBlock code => [code.Text.TrimEnd('\n')],
        DetailsBlock details => details.Content.SelectMany(Says).Prepend(Plain(details.Summary)),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "a kind of block without a test"),
    };

    private static string Plain(string text) => text.Replace("`", "", StringComparison.Ordinal);
}
