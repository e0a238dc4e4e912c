using System.Net;

namespace LoadHarness.Contracts.Serving;

/// <summary>What a server does with bytes, whatever the server model. Created once per server process.</summary>
public interface IService : IDisposable
{
    /// <summary>The service's name as typed on the command line, e.g. <c>hashtable</c>.</summary>
    string Name { get; }

    /// <summary>
    /// True when calls of different connections' handlers must not overlap. Models with one thread need no lock for it.
    /// </summary>
    bool NeedsExclusion { get; }

    /// <summary>The durable side; null for services that keep nothing.</summary>
    IDurable? Durable { get; }

    /// <summary>Operations completed since start, as the server itself counts them. Readable from any thread.</summary>
    long OperationCount { get; }

    /// <summary>The first line on the console.</summary>
    /// <param name="endpoint">Where the server listens.</param>
    string ListeningLine(IPEndPoint endpoint) => $"Listening on {endpoint}";

    /// <summary>The last line on the console after the server was asked to stop; null for none.</summary>
    string? StoppedLine => null;

    /// <summary>Makes the handler of a new connection. May be called by several threads at once.</summary>
    /// <param name="peer">The other end's address, for console lines only.</param>
    IConnectionHandler Connect(IPEndPoint peer);
}
