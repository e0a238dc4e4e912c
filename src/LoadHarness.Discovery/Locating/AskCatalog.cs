namespace LoadHarness.Discovery.Locating;

/// <summary>Asks a catalog for a path, e.g. <c>/query.json</c>.</summary>
/// <exception cref="DiscoveryException">
/// The catalog cannot be reached, or its answer is no HTTP answer or too large.
/// </exception>
public delegate Task<CatalogReply> AskCatalog(string path, CancellationToken cancel);
