using System.Collections.Concurrent;
using LoadHarness.Servers.Shared;

namespace LoadHarness.Servers.ThreadPool;

/// <summary>The threads that serve, and the connections that wait for one of them, the oldest first.</summary>
internal sealed class WorkerPool
{
    /// <summary>As for the threads of the threaded model: handlers keep little on the stack.</summary>
    private const int Stack_bytes = 256 * 1024;

    private readonly BlockingCollection<(BlockingServer Server, BlockingConnection Connection)> _waiting = [];

    /// <summary>Starts the threads.</summary>
    /// <exception cref="OutOfMemoryException">The system gives no more threads.</exception>
    public void Start(int workers)
    {
        for (var i = 0; i < workers; i++)
            new Thread(Serve, Stack_bytes) { IsBackground = true, Name = "worker" }.Start();
    }

    /// <summary>Lets the next free thread serve a connection.</summary>
    public void Enqueue(BlockingServer server, BlockingConnection connection) => _waiting.Add((server, connection));

    /// <summary>Ends the threads when no connection waits any more.</summary>
    public void Close() => _waiting.CompleteAdding();

    private void Serve()
    {
        foreach (var (server, connection) in _waiting.GetConsumingEnumerable()) server.Serve(connection);
    }
}
