using LoadHarness.Contracts.Time;

namespace LoadHarness.Torture;

/// <summary>What one kind of torture may use.</summary>
internal sealed class TortureBudget
{
    private readonly long _start_ns;
    private readonly long _end_ns;

    /// <summary>Starts now.</summary>
    /// <param name="span">Time that it may take.</param>
    /// <param name="seed">Seed of everything that is drawn.</param>
    /// <param name="folder">An empty folder for its files, on a real disk.</param>
    public TortureBudget(TimeSpan span, ulong seed, string folder)
    {
        Span = span;
        Seed = seed;
        Folder = folder;
        _start_ns = MonotonicClock.Now_ns;
        _end_ns = _start_ns + ((long)(span.TotalSeconds * 1e9));
    }

    /// <summary>The time given at the start.</summary>
    public TimeSpan Span { get; }

    /// <summary>Seed of everything that is drawn.</summary>
    public ulong Seed { get; }

    /// <summary>An empty folder for its files.</summary>
    public string Folder { get; }

    /// <summary>See <see cref="TortureOptions.Only"/>.</summary>
    public string Only { get; init; } = "";

    /// <summary>The time that is left; zero once it is used up.</summary>
    public TimeSpan Left => TimeSpan.FromTicks(Math.Max(0, (_end_ns - MonotonicClock.Now_ns) / 100));

    /// <summary>The time since the start.</summary>
    public TimeSpan Taken => TimeSpan.FromTicks((MonotonicClock.Now_ns - _start_ns) / 100);

    /// <summary>True once the time is used up.</summary>
    public bool IsSpent => MonotonicClock.Now_ns >= _end_ns;
}
