using System.Globalization;

namespace LoadHarness.Discovery.Locating;

/// <summary>
/// A server a catalog knows. It may be gone already: a record outlives its server by up to the catalog's lifetime.
/// </summary>
/// <param name="Host">Address to connect to, or a host name when the record has no address.</param>
/// <param name="Port">1 to 65535.</param>
/// <param name="LastHeardFrom_s">
/// When the catalog last heard of it, in Unix seconds; 0 when the record does not say.
/// </param>
public sealed record Candidate(string Host, int Port, double LastHeardFrom_s)
{
    /// <summary>Host and port; an IPv6 address stands in brackets.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}");
}
