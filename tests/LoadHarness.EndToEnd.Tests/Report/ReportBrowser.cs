using LoadHarness.Report;
using LoadHarness.Report.Figures.Svg;
using Microsoft.Playwright;

namespace LoadHarness.EndToEnd.Tests.Report;

/// <summary>A browser, and the report of the reference runs that stand in the repository.</summary>
public sealed class ReportBrowser : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("loadharness-page-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private string Page => Path.Combine(_folder, ReportBuilder.PageName);

    /// <summary>Builds the report and starts the browser; does nothing where there is none.</summary>
    public async Task InitializeAsync()
    {
        if (Chromium.Find() is not { } program) return;
        var runs = Directory.GetDirectories(Path.Combine(Root(), "results", "reference"))
            .SelectMany(Directory.GetDirectories).Order(StringComparer.Ordinal).ToList();
        new ReportBuilder(new SvgFigureRenderer()).Build(runs, _folder).Problems.ShouldBeEmpty();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program });
    }

    /// <summary>Ends the browser.</summary>
    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Opens the report.</summary>
    /// <param name="width">Width of the window, px.</param>
    /// <param name="scheme">The reader's preference.</param>
    /// <param name="runsScripts">False: as a reader who forbids scripts sees it.</param>
    internal async Task<OpenReport> OpenAsync(
        int width = 1400, ColorScheme scheme = ColorScheme.Light, bool runsScripts = true)
    {
        var browser = _browser ?? throw new FileNotFoundException("chromium is not installed");
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = runsScripts,
        });
        return await OpenReport.OpenAsync(context, new Uri(Page).AbsoluteUri);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LoadHarness.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("LoadHarness.sln stands in no folder above the tests");
    }
}
