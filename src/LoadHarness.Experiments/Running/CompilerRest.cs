using LoadHarness.Contracts.Time;
using LoadHarness.Experiments.Suts;

namespace LoadHarness.Experiments.Running;

/// <summary>
/// Code that ran between two levels is compiled again, and better, a little later: without a rest that would take CPU
/// time in the first windows of the next level, on both sides.
/// </summary>
internal static class CompilerRest
{
    private const long Patience_ns = 500_000_000;

    /// <summary>Longer together than the runtime's delay before it compiles again (10 ms, see the program).</summary>
    private const int QuietLooks = 3;

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(10);

    /// <summary>
    /// Waits until neither the harness nor the server compiles, at most half a second; not at all where neither tells.
    /// </summary>
    /// <param name="sut">The server; one that does not tell is not waited for.</param>
    /// <param name="meter">The harness.</param>
    /// <param name="limit">Ends the wait.</param>
    public static void Await(ISut sut, IUsageMeter meter, CancellationToken limit)
    {
        var until_ns = MonotonicClock.Now_ns + Patience_ns;
        var known = CompilerWork.Of(sut, meter).Methods;
        for (var quiet = 0; known >= 0 && quiet < QuietLooks && MonotonicClock.Now_ns < until_ns;)
        {
            if (limit.WaitHandle.WaitOne(_pause)) return;
            var now = CompilerWork.Of(sut, meter).Methods;
            quiet = now == known ? quiet + 1 : 0;
            known = now;
        }
    }
}
