namespace LoadHarness.EndToEnd.Tests.Report;

[Collection(BrowserGroup.Name)]
public sealed class PageAccessTests(ReportBrowser browser)
{
    [BrowserTheory]
    [InlineData(360)]
    [InlineData(1400)]
    public async Task Everything_has_its_name_its_place_and_its_order(int width)
    {
        await using var report = await browser.OpenAsync(width);
        await report.UnfoldAsync();
        (await report.CheckAsync("access")).ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task The_first_key_leads_past_the_contents_to_the_report()
    {
        await using var report = await browser.OpenAsync();
        await report.Page.Keyboard.PressAsync("Tab");
        (await FocusedAsync(report, "one => one.textContent")).ShouldBe("Skip to the report");
        (await report.Page.Locator(".skip").BoundingBoxAsync())!.Y.ShouldBeGreaterThanOrEqualTo(0);
        await report.Page.Keyboard.PressAsync("Enter");
        (await FocusedAsync(report, "one => one.id")).ShouldBe("report");
    }

    [BrowserFact]
    public async Task Keys_reach_the_legend_the_panels_and_the_numbers_of_a_figure_in_this_order()
    {
        await using var report = await browser.OpenAsync();
        var legend = report.Page.Locator("figure").First.Locator(".legend button");
        await legend.Last.FocusAsync();
        await report.Page.Keyboard.PressAsync("Tab");
        (await FocusedAsync(report, "one => one.className")).ShouldStartWith("panels");
        await report.Page.Keyboard.PressAsync("Tab");
        (await FocusedAsync(report, "one => one.localName")).ShouldBe("summary");
    }

    private static Task<string> FocusedAsync(OpenReport report, string what) =>
        report.Page.EvaluateAsync<string>($"() => ({what})(document.activeElement)");
}
