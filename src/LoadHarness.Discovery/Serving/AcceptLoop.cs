using System.Net.Sockets;
using LoadHarness.Platform.Sockets;

namespace LoadHarness.Discovery.Serving;

/// <summary>Accepts connections and serves a bounded number of them at once.</summary>
/// <param name="listener">Bound and listening.</param>
/// <param name="maxConnections">Further ones wait in the system's queue.</param>
/// <param name="serve">Serves one connection; the socket is closed after it.</param>
/// <param name="time">For the wait after a failed accept.</param>
internal sealed class AcceptLoop(
    Socket listener, int maxConnections, Func<Socket, CancellationToken, Task> serve, TimeProvider time)
{
    /// <summary>Runs until cancelled and then until the last connection has ended.</summary>
    internal async Task RunAsync(CancellationToken cancel)
    {
        using var places = new SemaphoreSlim(maxConnections);
        while (!cancel.IsCancellationRequested)
        {
            if (!await TakePlaceAsync(places, cancel)) break;
            var connection = await AcceptAsync(cancel);
            if (connection is null) places.Release();
            else _ = ServeAsync(connection, places, cancel);
        }

        for (var i = 0; i < maxConnections; i++) await places.WaitAsync(CancellationToken.None);
    }

    private static async Task<bool> TakePlaceAsync(SemaphoreSlim places, CancellationToken cancel)
    {
        try
        {
            await places.WaitAsync(cancel);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<Socket?> AcceptAsync(CancellationToken cancel)
    {
        try
        {
            return await listener.AcceptAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (SocketException failure)
        {
            if (AcceptErrors.Classify(failure.SocketErrorCode) != AcceptProblem.Transient)
                await time.Pause(AcceptErrors.BackOff, cancel);
            return null;
        }
    }

    private async Task ServeAsync(Socket connection, SemaphoreSlim places, CancellationToken cancel)
    {
        try
        {
            using (connection) await serve(connection, cancel);
        }
        catch (Exception failure) when (failure is SocketException or OperationCanceledException)
        {
            // The other side has gone or took too long: there is nobody to tell.
        }
        finally
        {
            places.Release();
        }
    }
}
