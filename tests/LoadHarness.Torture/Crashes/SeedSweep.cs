using System.Collections.Concurrent;
using System.Globalization;
using LoadHarness.Contracts.Time;

namespace LoadHarness.Torture.Crashes;

/// <summary>Many seeds on all processors, until they are through or the time is up.</summary>
internal sealed class SeedSweep
{
    private readonly ConcurrentQueue<string> _faults = new();
    private long _done;

    private SeedSweep()
    {
    }

    /// <summary>Seeds run.</summary>
    public long Done => _done;

    /// <summary>Seeds a second, with all processors.</summary>
    public double Rate_per_s { get; private set; }

    /// <summary>What went wrong, one line a seed.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>Runs them.</summary>
    /// <param name="first">The first seed.</param>
    /// <param name="count">How many.</param>
    /// <param name="isOver">Asked before each; true leaves out what is left.</param>
    /// <param name="run">Runs one; returns what was wrong, or null.</param>
    public static SeedSweep Run(int first, int count, Func<bool> isOver, Func<int, string?> run)
    {
        var sweep = new SeedSweep();
        var start_ns = MonotonicClock.Now_ns;
        Parallel.For(first, first + count, (seed, loop) =>
        {
            if (isOver())
            {
                loop.Stop();
                return;
            }

            if (run(seed) is { } fault) sweep._faults.Enqueue(fault);
            Interlocked.Increment(ref sweep._done);
        });
        sweep.Rate_per_s = sweep._done / ((MonotonicClock.Now_ns - start_ns) / 1e9);
        return sweep;
    }

    /// <summary>A whole number for the table.</summary>
    public static string Number(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
