namespace LoadHarness.Discovery.Locating;

/// <summary>What a catalog answered.</summary>
/// <param name="IsSuccess">The status was one of success.</param>
/// <param name="Body">All bytes after the head.</param>
public sealed record CatalogReply(bool IsSuccess, byte[] Body);
