using LoadHarness.Contracts.Time;
using LoadHarness.Experiments.Suts;

namespace LoadHarness.Experiments.Running;

/// <summary>
/// What the clients of one engine run leave behind in the server is still served after they have gone, and would count
/// as the next run's.
/// </summary>
internal static class EarlierClients
{
    private const long Patience_ns = 1_000_000_000;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(5);

    /// <summary>
    /// Waits until the server has closed their connections, at most a second; not at all for a server that does not
    /// tell how many are open.
    /// </summary>
    /// <param name="sut">The server.</param>
    /// <param name="idle">Connections that stay open on purpose.</param>
    /// <param name="limit">Ends the wait.</param>
    public static void Await(ISut sut, int idle, CancellationToken limit)
    {
        var until_ns = MonotonicClock.Now_ns + Patience_ns;
        while (sut.Read().OpenConnections > idle && MonotonicClock.Now_ns < until_ns)
        {
            if (limit.WaitHandle.WaitOne(_pause)) return;
        }
    }
}
