namespace LoadHarness.EndToEnd.Tests.Report;

/// <summary>The checks of pages find what they look for.</summary>
[Collection(BrowserGroup.Name)]
public sealed class PageChecksTests(ReportBrowser browser)
{
    private const string Fine = """
        <!DOCTYPE html><html lang="en"><title>t</title><main><h1>One</h1><p>two</p>
        <table aria-label="t"><tr><th scope="col">three</table></main>
        """;

    [BrowserTheory]
    [InlineData("overlaps")]
    [InlineData("cuts")]
    [InlineData("contrast")]
    [InlineData("access")]
    public async Task Nothing_is_found_on_a_page_without_faults(string check) =>
        (await CheckAsync(check, Fine)).ShouldBeEmpty();

    [BrowserTheory]
    [InlineData("overlaps", "<p style='margin:0'>one</p><p style='margin:-8px 0 0'>two</p>", "'two'")]
    [InlineData("cuts", "<p style='width:3000px'>wide</p>", "px wide in a window")]
    [InlineData("cuts", "<svg width='60' height='20'><text x='40' y='15'>long text</text></svg>", "its drawing")]
    [InlineData("cuts", "<p style='width:20px;overflow:hidden'>incomprehensible</p>", "is cut by its box")]
    [InlineData("contrast", "<p style='color:#999;background:#fff'>grey</p>", "2.85 of 4.5")]
    [InlineData("contrast", "<svg><rect width='90' height='20'/><text y='15' fill='#333'>x</text></svg>", "of 4.5")]
    [InlineData("access", "<h3>three</h3>", "skips a level")]
    [InlineData("access", "<table aria-label='t'><tr><th>head</table>", "heads nothing")]
    [InlineData("access", "<svg></svg>", "a drawing has no name")]
    [InlineData("access", "<table><tr><td>1</table>", "a table has no name")]
    [InlineData("access", "<button aria-pressed='true'></button>", "a button has no name")]
    [InlineData("access", "<i id='a'></i><i id='a'></i>", "stands twice")]
    public async Task A_fault_is_found(string check, string fault, string problem) =>
        (await CheckAsync(check, Fine.Replace("</main>", fault + "</main>", StringComparison.Ordinal)))
            .ShouldContain(found => found.Contains(problem, StringComparison.Ordinal));

    private async Task<IReadOnlyList<string>> CheckAsync(string check, string page)
    {
        await using var report = await browser.OpenAsync();
        await report.Page.GotoAsync("about:blank");
        await report.Page.SetContentAsync(page);
        return await report.CheckAsync(check);
    }
}
