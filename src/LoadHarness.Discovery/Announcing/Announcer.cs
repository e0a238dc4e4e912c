using System.Net;
using System.Net.Sockets;

namespace LoadHarness.Discovery.Announcing;

/// <summary>Keeps a server registered: tells the catalog at once and every minute until it is disposed.</summary>
public sealed class Announcer : IDisposable
{
    private readonly byte[] _json;
    private readonly IPAddress _server;
    private readonly CatalogAddress _catalog;
    private readonly Action<string> _onProblem;
    private readonly ITimer _timer;
    private bool _hasProblem;

    private Announcer(
        byte[] json, IPAddress server, CatalogAddress catalog, TimeProvider time, Action<string> onProblem)
    {
        _json = json;
        _server = server;
        _catalog = catalog;
        _onProblem = onProblem;
        _timer = time.CreateTimer(_ => Tell(), state: null, Period, Period);
    }

    /// <summary>Time between two updates.</summary>
    public static TimeSpan Period { get; } = TimeSpan.FromMinutes(1);

    /// <summary>Checks what is to be said and by whom, says it, and goes on saying it.</summary>
    /// <param name="announcement">What to say.</param>
    /// <param name="server">What the server is bound to.</param>
    /// <param name="catalog">Whom to tell.</param>
    /// <param name="time">For the period.</param>
    /// <param name="onProblem">
    /// Told, in one line and once until it works again, when an update cannot be sent; the server goes on.
    /// </param>
    /// <exception cref="DiscoveryException">
    /// A field cannot stand in a catalog, the catalog's name cannot be resolved, or the server is bound to loopback and
    /// the catalog is elsewhere.
    /// </exception>
    public static Announcer Start(
        Announcement announcement, IPAddress server, CatalogAddress catalog, TimeProvider time,
        Action<string> onProblem)
    {
        announcement.Check();
        ReachRule.Check(server, catalog, catalog.Resolve());
        var announcer = new Announcer(AnnouncementWriter.Json(announcement), server, catalog, time, onProblem);
        announcer.Tell();
        return announcer;
    }

    /// <summary>Stops; the record stays in the catalog until it expires.</summary>
    public void Dispose() => _timer.Dispose();

    private void Tell()
    {
        try
        {
            // Resolved anew: a catalog may move while a server runs for weeks.
            var addresses = _catalog.Resolve();
            ReachRule.Check(_server, _catalog, addresses);
            UpdateSender.Send(_json, _catalog, addresses[0]);
            _hasProblem = false;
        }
        catch (Exception failure) when (failure is SocketException or DiscoveryException)
        {
            if (_hasProblem) return;
            _hasProblem = true;
            _onProblem($"catalog {_catalog}: the update was not sent ({failure.Message}); trying again every minute");
        }
    }
}
