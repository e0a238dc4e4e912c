using System.Net;
using LoadHarness.Discovery.Records;

namespace LoadHarness.Discovery.Serving;

/// <summary>How a catalog is run.</summary>
public sealed record CatalogOptions
{
    /// <summary>Address of all three sockets. Default: this machine only.</summary>
    public IPAddress Host { get; init; } = IPAddress.Loopback;

    /// <summary>UDP updates and HTTP queries; TCP updates take the next one. 0 takes any free pair.</summary>
    public int Port { get; init; } = CatalogAddress.DefaultPort;

    /// <summary>
    /// How long a service is listed after its last update, unless it asks for less. Default: 15 minutes.
    /// </summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How much is taken from outside.</summary>
    public CatalogLimits Limits { get; init; } = CatalogLimits.Default;
}
