using System.Globalization;
using Microsoft.Playwright;

namespace LoadHarness.EndToEnd.Tests.Report;

[Collection(BrowserGroup.Name)]
public sealed class PageUseTests(ReportBrowser browser)
{
    [BrowserFact]
    public async Task The_browser_complains_about_nothing_and_loads_nothing_else()
    {
        await using var report = await browser.OpenAsync();
        await report.Page.Locator(".legend button").First.ClickAsync();
        await report.Page.Locator("figure .panels").First.FocusAsync();
        await report.Page.Keyboard.PressAsync("ArrowRight");
        report.Complaints.ShouldBeEmpty();
        report.Requests.ShouldHaveSingleItem().ShouldEndWith("/REPORT.html");
    }

    [BrowserFact]
    public async Task Pointing_at_a_point_shows_its_numbers_as_they_stand_in_the_table()
    {
        await using var report = await browser.OpenAsync();
        var panel = report.Page.Locator("figure .panels svg").First;
        await panel.ScrollIntoViewIfNeededAsync();
        (await report.Tip.IsVisibleAsync()).ShouldBeFalse();
        await PointAtAsync(report, panel);

        (await report.Tip.IsVisibleAsync()).ShouldBeTrue();
        var said = await report.Tip.InnerTextAsync();
        var table = report.Page.Locator("figure .numbers table").First;
        said.ShouldContain(await table.Locator("thead th").Nth(1).TextContentAsync() ?? "no model");
        said.ShouldContain(await table.Locator("tbody td").First.TextContentAsync() ?? "no value");
        said.ShouldContain("Simultaneous clients: 1");
        said.ShouldContain("–", customMessage: "the interval is missing");

        await report.Page.Mouse.MoveAsync(1, 1);
        (await report.Tip.IsVisibleAsync()).ShouldBeFalse();
    }

    [BrowserFact]
    public async Task The_numbers_of_a_point_stay_inside_a_small_window()
    {
        await using var report = await browser.OpenAsync(width: 360);
        await report.Page.Locator("figure .panels").First.FocusAsync();
        for (var i = 0; i < 12; i++)
        {
            await report.Page.Keyboard.PressAsync("ArrowRight");
            var box = (await report.Tip.BoundingBoxAsync())!;
            box.X.ShouldBeGreaterThanOrEqualTo(0);
            (box.X + box.Width).ShouldBeLessThanOrEqualTo(360);
        }
    }

    [BrowserFact]
    public async Task Arrow_keys_go_from_point_to_point_and_from_series_to_series()
    {
        await using var report = await browser.OpenAsync();
        await report.Page.Locator("figure .panels").First.FocusAsync();
        await report.Page.Keyboard.PressAsync("ArrowRight");
        var first = await report.Tip.InnerTextAsync();
        await report.Page.Keyboard.PressAsync("ArrowRight");
        var second = await report.Tip.InnerTextAsync();
        await report.Page.Keyboard.PressAsync("ArrowDown");
        var other = await report.Tip.InnerTextAsync();
        first.ShouldContain("Simultaneous clients: 1");
        second.ShouldContain("Simultaneous clients: 2");
        other.Split('\n')[0].ShouldNotBe(first.Split('\n')[0], StringComparer.Ordinal);
        await report.Page.Keyboard.PressAsync("Escape");
        (await report.Tip.IsVisibleAsync()).ShouldBeFalse();
    }

    [BrowserFact]
    public async Task A_button_of_the_legend_hides_its_series_and_shows_it_again()
    {
        await using var report = await browser.OpenAsync();
        var figure = report.Page.Locator("figure").First;
        var button = figure.Locator(".legend button").First;
        var series = figure.Locator(".series[data-l='0']");
        var others = figure.Locator(".series[data-l='1']");
        (await series.First.IsVisibleAsync()).ShouldBeTrue();

        await button.ClickAsync();
        (await button.GetAttributeAsync("aria-pressed")).ShouldBe("false");
        (await figure.Locator("[data-l='0']").EvaluateAllAsync<bool>(
            "all => all.every(one => getComputedStyle(one).display === 'none')")).ShouldBeTrue();
        (await others.First.IsVisibleAsync()).ShouldBeTrue();

        await button.PressAsync("Enter");
        (await button.GetAttributeAsync("aria-pressed")).ShouldBe("true");
        (await series.First.IsVisibleAsync()).ShouldBeTrue();
    }

    [BrowserFact]
    public async Task Every_point_has_its_number()
    {
        await using var report = await browser.OpenAsync();
        var wrong = await report.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('figure')].flatMap(figure => {
              const tables = figure.querySelectorAll('.numbers table');
              return [...figure.querySelectorAll('.panels svg')].flatMap((svg, i) =>
                [...svg.querySelectorAll('.series')].flatMap((group, series) => {
                  const rows = [...group.querySelectorAll('[data-r]')].flatMap(path => {
                    const runs = path.dataset.r.split(' ').map(run => run.split('-').map(Number));
                    const count = runs.reduce((sum, [first, last = first]) => sum + last - first + 1, 0);
                    return count === path.getAttribute('d').match(/[ML]/g).length
                      ? runs.flatMap(([first, last = first]) => [first, last]) : [-1];
                  });
                  return rows.filter(row => !tables[i].tBodies[0].rows[row]?.cells[series + 1].textContent)
                    .map(row => `${svg.getAttribute('aria-label')}, series ${series}, row ${row}`);
                }));
            })
            """);
        wrong.ShouldBeEmpty();
        (await report.Page.Locator("[data-r]").CountAsync()).ShouldBeGreaterThan(100);
    }

    [BrowserFact]
    public async Task Points_are_drawn()
    {
        await using var report = await browser.OpenAsync();
        var panel = report.Page.Locator("figure .panels svg").First;
        await panel.ScrollIntoViewIfNeededAsync();
        var with = await panel.ScreenshotAsync();
        await report.Page.Locator("svg.shared").EvaluateAsync("one => one.remove()");
        (await panel.ScreenshotAsync()).SequenceEqual(with).ShouldBeFalse();
    }

    [BrowserFact]
    public async Task Pointing_at_a_hidden_series_shows_nothing_of_it()
    {
        await using var report = await browser.OpenAsync();
        var figure = report.Page.Locator("figure").First;
        var model = await figure.Locator(".legend button").First.InnerTextAsync();
        await figure.Locator(".legend button").First.ClickAsync();
        await PointAtAsync(report, figure.Locator(".panels svg").First);
        if (!await report.Tip.IsVisibleAsync()) return;
        (await report.Tip.Locator(".name").InnerTextAsync()).ShouldNotBe(model, StringComparer.Ordinal);
    }

    [BrowserFact]
    public async Task A_sentence_leads_to_its_row_and_to_its_figure()
    {
        await using var report = await browser.OpenAsync();
        foreach (var kind in (string[])["row", "figure"])
        {
            await report.Page.Locator("a.see", new PageLocatorOptions { HasTextString = kind }).First.ClickAsync();
            var target = report.Page.Locator(":target");
            (await target.CountAsync()).ShouldBe(1);
            (await target.EvaluateAsync<bool>(
                "one => one.getBoundingClientRect().top < innerHeight && one.getBoundingClientRect().bottom > 0"))
                .ShouldBeTrue();
        }
    }

    [BrowserFact]
    public async Task Without_scripts_everything_can_still_be_read()
    {
        await using var report = await browser.OpenAsync(runsScripts: false);
        (await report.Page.Locator("button").CountAsync()).ShouldBe(0);
        (await report.Page.Locator("figure .plot").First.IsVisibleAsync()).ShouldBeTrue();
        (await report.Page.Locator("figure .legend li").First.IsVisibleAsync()).ShouldBeTrue();
        var numbers = report.Page.Locator("figure .numbers").First;
        await numbers.Locator("summary").ClickAsync();
        (await numbers.Locator("td").First.IsVisibleAsync()).ShouldBeTrue();
    }

    /// <summary>Moves the pointer to the first point of a panel.</summary>
    private static async Task PointAtAsync(OpenReport report, ILocator panel)
    {
        await panel.ScrollIntoViewIfNeededAsync();
        var path = (await panel.Locator("[data-r]").First.GetAttributeAsync("d"))!;
        var place = path[1..path.IndexOf('L', StringComparison.Ordinal)].Split(' ')
            .Select(number => float.Parse(number, CultureInfo.InvariantCulture)).ToList();
        var view = (await panel.GetAttributeAsync("viewBox"))!.Split(' ');
        var box = (await panel.BoundingBoxAsync())!;
        var scale = box.Width / float.Parse(view[2], CultureInfo.InvariantCulture);
        await report.Page.Mouse.MoveAsync(box.X + place[0] * scale, box.Y + place[1] * scale);
    }
}
