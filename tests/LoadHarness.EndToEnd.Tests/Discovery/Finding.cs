using LoadHarness.Discovery;
using LoadHarness.Discovery.Locating;

namespace LoadHarness.EndToEnd.Tests.Discovery;

/// <summary>Looking for servers as a client does.</summary>
internal static class Finding
{
    internal static async Task<IReadOnlyList<Candidate>> OnceAsync(CatalogAddress catalog, string project)
    {
        using var http = new CatalogHttp(catalog);
        var locator = new CatalogLocator(catalog, http.AskAsync);
        return await locator.FindAsync(new ServerQuery(project), CancellationToken.None);
    }

    /// <summary>Waits until one is listed, and returns all as text.</summary>
    internal static async Task<string> UntilListedAsync(CatalogAddress catalog, string project) =>
        string.Join(' ', await Eventually.SeenAsync(
            () => OnceAsync(catalog, project), found => found.Count > 0, $"{project} is listed"));
}
