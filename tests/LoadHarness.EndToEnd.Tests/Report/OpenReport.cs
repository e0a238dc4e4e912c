using Microsoft.Playwright;

namespace LoadHarness.EndToEnd.Tests.Report;

/// <summary>The report as it stands open in a browser.</summary>
internal sealed class OpenReport : IAsyncDisposable
{
    private static readonly Lazy<string> _checks = new(() =>
    {
        using var stream = typeof(OpenReport).Assembly.GetManifestResourceStream(typeof(OpenReport), "checks.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];
    private readonly List<string> _requests = [];

    private OpenReport(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    /// <summary>The page.</summary>
    internal IPage Page { get; }

    /// <summary>The numbers shown for a point.</summary>
    internal ILocator Tip => Page.Locator(".tip");

    /// <summary>What the browser complained about: errors and warnings of the console, exceptions of scripts.</summary>
    internal IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Everything that the browser asked for.</summary>
    internal IReadOnlyList<string> Requests => _requests;

    internal static async Task<OpenReport> OpenAsync(IBrowserContext context, string address)
    {
        var report = new OpenReport(context, await context.NewPageAsync());
        report.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") report._complaints.Add(message.Text);
        };
        report.Page.PageError += (_, error) => report._complaints.Add(error);
        report.Page.Request += (_, request) => report._requests.Add(request.Url);
        await report.Page.GotoAsync(address);
        return report;
    }

    /// <summary>Opens everything that the report has folded away, and waits until the page has seen to it.</summary>
    internal Task UnfoldAsync() => Page.EvaluateAsync(
        """
        () => new Promise(done => {
          document.querySelectorAll('main details').forEach(details => { details.open = true; });
          requestAnimationFrame(() => requestAnimationFrame(done));
        })
        """);

    /// <summary>Runs one of the checks of <c>checks.js</c>.</summary>
    /// <returns>One line for each problem.</returns>
    internal async Task<IReadOnlyList<string>> CheckAsync(string name) =>
        await Page.EvaluateAsync<string[]>($"() => {{ {_checks.Value}\nreturn {name}(); }}");

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
