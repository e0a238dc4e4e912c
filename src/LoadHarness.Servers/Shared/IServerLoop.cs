using System.Net;

namespace LoadHarness.Servers.Shared;

/// <summary>
/// What the one thread of an event-driven server does. It listens from the beginning; disposing cuts off whoever is
/// left and closes all that it has opened.
/// </summary>
internal interface IServerLoop : IDisposable
{
    /// <summary>What its thread is called.</summary>
    string Name { get; }

    /// <summary>Where it listens.</summary>
    IPEndPoint Endpoint { get; }

    /// <summary>
    /// Turns until the server is asked to stop, and then until all answers have left or their time is up.
    /// </summary>
    void Run();

    /// <summary>Any thread: ends the wait of the turn, also when it has ended for good.</summary>
    void Wake();
}
