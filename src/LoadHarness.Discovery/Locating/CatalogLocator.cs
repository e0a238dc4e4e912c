using System.Net;
using LoadHarness.Discovery.Web;

namespace LoadHarness.Discovery.Locating;

/// <summary>Finds servers by name.</summary>
public sealed class CatalogLocator
{
    // The original closes without a word on a request line of some 2,000 characters.
    private const int LongestPath = 1800;

    private readonly CatalogAddress _catalog;
    private readonly AskCatalog _ask;

    /// <summary>Makes a locator.</summary>
    /// <param name="catalog">Which catalog it is.</param>
    /// <param name="ask">How to ask it, usually <see cref="CatalogHttp.AskAsync"/>.</param>
    public CatalogLocator(CatalogAddress catalog, AskCatalog ask)
    {
        _catalog = catalog;
        _ask = ask;
    }

    /// <summary>
    /// The servers registered under the name, the one heard of last first: a server restarted on another port leaves
    /// its old record behind. Each address stands once. Empty when there is none.
    /// </summary>
    /// <exception cref="DiscoveryException">
    /// No catalog can hold such a name, or the catalog gives no readable answer.
    /// </exception>
    public async Task<IReadOnlyList<Candidate>> FindAsync(ServerQuery query, CancellationToken cancel)
    {
        var records = await AskAsync(query, cancel);
        return
        [
            .. records.Where(record => record.IsAnswerTo(query))
                .Select(record => record.ToCandidate())
                .OfType<Candidate>()
                .Select(AsSeenFromHere)
                .OrderByDescending(candidate => candidate.LastHeardFrom_s)
                .DistinctBy(candidate => (candidate.Host, candidate.Port)),
        ];
    }

    private async Task<List<ListedRecord>> AskAsync(ServerQuery query, CancellationToken cancel)
    {
        List<ListedRecord> records;
        var path = $"/query/{Base64Text.Write(query.ToExpression())}";
        if (path.Length <= LongestPath)
        {
            var filtered = await _ask(path, cancel);
            if (filtered.IsSuccess && Listing.TryRead(filtered.Body, out records)) return records;
        }

        // Older catalogs know no queries, and a list with an unreadable record may be all that a query gives.
        var all = await _ask("/query.json", cancel);
        if (all.IsSuccess && Listing.TryRead(all.Body, out records)) return records;
        throw new DiscoveryException($"catalog {_catalog}: its answer is not a list of services");
    }

    // A catalog that heard of a server over its own loopback means its own machine.
    private Candidate AsSeenFromHere(Candidate candidate) =>
        IPAddress.TryParse(candidate.Host, out var address) && IPAddress.IsLoopback(address) && !IsHere(_catalog.Host)
            ? candidate with { Host = _catalog.Host }
            : candidate;

    private static bool IsHere(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
