using System.Net.Sockets;

namespace LoadHarness.Discovery.Locating;

/// <summary>
/// Connects to a server known by name: tries every candidate, newest first, and if none answers asks the catalog again
/// after a pause that grows. A catalog that fails is tried again like a server that does.
/// </summary>
/// <typeparam name="TConnection">What connecting gives.</typeparam>
public sealed class ServerConnector<TConnection>
{
    private readonly Func<CancellationToken, Task<IReadOnlyList<Candidate>>> _find;
    private readonly Func<Candidate, CancellationToken, Task<TConnection>> _connect;
    private readonly TimeProvider _time;

    /// <summary>Makes a connector.</summary>
    /// <param name="find">Asks for candidates, usually <see cref="CatalogLocator.FindAsync"/>.</param>
    /// <param name="connect">Connects to one; a <see cref="SocketException"/> means "try the next".</param>
    /// <param name="time">For the pauses.</param>
    public ServerConnector(
        Func<CancellationToken, Task<IReadOnlyList<Candidate>>> find,
        Func<Candidate, CancellationToken, Task<TConnection>> connect,
        TimeProvider time)
    {
        _find = find;
        _connect = connect;
        _time = time;
    }

    /// <summary>Connects, however long it takes within the attempts given.</summary>
    /// <param name="maxAttempts">
    /// Rounds through the catalog's answer, 1 or more; <see cref="int.MaxValue"/> for ever.
    /// </param>
    /// <param name="onPause">Told in one line why there is a pause, and how long it is.</param>
    /// <param name="cancel">Ends the attempts.</param>
    /// <exception cref="DiscoveryException">All attempts have failed: the reason of the last one.</exception>
    public async Task<TConnection> ConnectAsync(
        int maxAttempts, Action<string, TimeSpan> onPause, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryOnceAsync(cancel);
            }
            catch (DiscoveryException failure) when (attempt < maxAttempts)
            {
                var pause = BackOff.After(attempt);
                onPause(failure.Message, pause);
                await Task.Delay(pause, _time, cancel);
            }
        }
    }

    private async Task<TConnection> TryOnceAsync(CancellationToken cancel)
    {
        var candidates = await _find(cancel);
        if (candidates.Count == 0)
            throw new DiscoveryException("no server of that name is registered with the catalog");
        SocketException? last = null;
        foreach (var candidate in candidates)
        {
            try
            {
                return await _connect(candidate, cancel);
            }
            catch (SocketException failure)
            {
                last = failure;
            }
        }

        throw new DiscoveryException(
            $"none of the servers registered answers: {string.Join(", ", candidates)} ({last!.Message})", last);
    }
}
