using System.Net;
using LoadHarness.Discovery;
using LoadHarness.Discovery.Announcing;

namespace LoadHarness.Cli.Discovery;

/// <summary>A server's wish to be found by name.</summary>
/// <param name="Project">The name.</param>
/// <param name="Owner">Who runs it.</param>
/// <param name="Catalog">Where it registers.</param>
/// <param name="OnProblem">Told, in one line, when the catalog cannot be told; the server goes on.</param>
internal sealed record Registration(string Project, string Owner, CatalogAddress Catalog, Action<string> OnProblem)
{
    /// <summary>Registers the server now and every minute until the announcer is disposed.</summary>
    /// <exception cref="DiscoveryException">It cannot be registered there: one line says why.</exception>
    public Announcer Begin(string service, string model, IPEndPoint server)
    {
        var announcement = new Announcement(service, Project, Owner, server.Port)
        {
            Service = service,
            Model = model,
            Version = typeof(Registration).Assembly.GetName().Version!.ToString(fieldCount: 3),
        };
        return Announcer.Start(announcement, server.Address, Catalog, TimeProvider.System, OnProblem);
    }
}
