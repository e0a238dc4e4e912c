using Microsoft.Playwright;

namespace LoadHarness.EndToEnd.Tests.Report;

[Collection(BrowserGroup.Name)]
public sealed class PageLooksTests(ReportBrowser browser)
{
    public static TheoryData<int, ColorScheme> Windows
    {
        get
        {
            var windows = new TheoryData<int, ColorScheme>();
            foreach (var width in (int[])[360, 800, 1400])
            {
                windows.Add(width, ColorScheme.Light);
                windows.Add(width, ColorScheme.Dark);
            }

            return windows;
        }
    }

    [BrowserTheory]
    [MemberData(nameof(Windows))]
    public async Task No_text_stands_on_another_or_is_cut_and_all_can_be_read(int width, ColorScheme scheme)
    {
        await using var report = await browser.OpenAsync(width, scheme);
        await report.UnfoldAsync();
        (await report.CheckAsync("overlaps")).ShouldBeEmpty();
        (await report.CheckAsync("cuts")).ShouldBeEmpty();
        (await report.CheckAsync("contrast")).ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Light_and_dark_go_by_the_preference_of_the_reader()
    {
        await using var light = await browser.OpenAsync(scheme: ColorScheme.Light);
        await using var dark = await browser.OpenAsync(scheme: ColorScheme.Dark);
        (await BackgroundAsync(light)).ShouldBe("rgb(255, 255, 255)");
        (await BackgroundAsync(dark)).ShouldBe("rgb(13, 17, 23)");
    }

    [BrowserFact]
    public async Task Paper_is_light_and_has_nothing_that_only_a_screen_can_use()
    {
        await using var report = await browser.OpenAsync(scheme: ColorScheme.Dark);
        await report.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        (await BackgroundAsync(report)).ShouldBe("rgb(255, 255, 255)");
        (await report.Page.Locator("nav").IsVisibleAsync()).ShouldBeFalse();
        (await report.Page.Locator("figure .plot").First.IsVisibleAsync()).ShouldBeTrue();
        (await report.CheckAsync("contrast")).ShouldBeEmpty();
    }

    [BrowserTheory]
    [InlineData(360, false)]
    [InlineData(1400, true)]
    public async Task The_contents_are_folded_on_a_phone_and_stand_beside_the_report_on_a_desk(int width, bool isOpen)
    {
        await using var report = await browser.OpenAsync(width);
        (await report.Page.Locator("nav a").First.IsVisibleAsync()).ShouldBe(isOpen);
        if (!isOpen) await report.Page.Locator("nav summary").ClickAsync();
        (await report.Page.Locator("nav a").First.IsVisibleAsync()).ShouldBeTrue();
    }

    private static Task<string> BackgroundAsync(OpenReport report) =>
        report.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
}
