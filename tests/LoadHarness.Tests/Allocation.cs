namespace LoadHarness.Tests;

/// <summary>
/// Counts what code allocates on its thread. The runtime allocates there too, once, when it compiles a method anew or
/// meets a type first; so the code is run several times and the least counts. Code that allocates does so every time.
/// </summary>
internal static class Allocation
{
    private const int Tries = 5;

    /// <summary>The least bytes of several runs.</summary>
    /// <param name="prepare">Makes ready, uncounted, and returns what is counted.</param>
    public static long LeastOf_bytes(Func<Action> prepare)
    {
        var least = long.MaxValue;
        for (var i = 0; i < Tries; i++)
        {
            var work = prepare();
            var before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    /// <inheritdoc cref="LeastOf_bytes(Func{Action})"/>
    /// <param name="work">What is counted.</param>
    public static long LeastOf_bytes(Action work) => LeastOf_bytes(() => work);
}
