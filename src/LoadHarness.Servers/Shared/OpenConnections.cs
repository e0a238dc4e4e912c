namespace LoadHarness.Servers.Shared;

/// <summary>
/// The connections that are served now, so that another thread can find the overdue and end them all.
/// </summary>
internal sealed class OpenConnections
{
    private readonly object _gate = new();
    private readonly HashSet<IOpenConnection> _connections = [];
    private readonly int _limit;
    private bool _isClosed;

    /// <summary>Makes an empty set.</summary>
    /// <param name="limit">Most connections open at once.</param>
    public OpenConnections(int limit) => _limit = limit;

    /// <summary>True while no further one may be open.</summary>
    public bool IsFull
    {
        get
        {
            lock (_gate) return _connections.Count >= _limit;
        }
    }

    /// <summary>Waits until one more connection may be open.</summary>
    /// <returns>False when none will be any more.</returns>
    public bool WaitForRoom()
    {
        lock (_gate)
        {
            while (_connections.Count >= _limit && !_isClosed) Monitor.Wait(_gate);
            return !_isClosed;
        }
    }

    /// <summary>Adds a connection.</summary>
    /// <returns>False when the server is stopping: the connection must not be served.</returns>
    public bool Add(IOpenConnection connection)
    {
        lock (_gate) return !_isClosed && _connections.Add(connection);
    }

    /// <summary>Takes a connection out.</summary>
    public void Remove(IOpenConnection connection)
    {
        lock (_gate)
        {
            _connections.Remove(connection);
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Ends the connections that take too long.</summary>
    public void DropOverdue(long now)
    {
        foreach (var connection in Snapshot()) connection.CheckTime(now);
    }

    /// <summary>Lets no new connection in and ends the waiting for input of those that are there.</summary>
    public void StopReading()
    {
        lock (_gate)
        {
            _isClosed = true;
            Monitor.PulseAll(_gate);
        }

        foreach (var connection in Snapshot()) connection.StopReading();
    }

    /// <summary>Cuts all connections off.</summary>
    public void CutOffAll()
    {
        foreach (var connection in Snapshot()) connection.CutOff();
    }

    /// <summary>Waits until no connection is left.</summary>
    /// <returns>False when the time was up first.</returns>
    public bool WaitUntilNone(TimeSpan atMost)
    {
        lock (_gate)
        {
            while (_connections.Count > 0)
            {
                if (!Monitor.Wait(_gate, atMost)) return _connections.Count == 0;
            }

            return true;
        }
    }

    private IOpenConnection[] Snapshot()
    {
        lock (_gate) return [.. _connections];
    }
}
