namespace LoadHarness.Analysis.Peers;

/// <summary>What the better of our loops is to reach against another tool, as a ratio of the medians' median.</summary>
/// <param name="Tool">The other tool.</param>
/// <param name="Connections">Connections.</param>
/// <param name="Pipeline">Requests of a batch.</param>
/// <param name="AtLeast">The ratio.</param>
public sealed record PeerGoal(string Tool, int Connections, int Pipeline, double AtLeast)
{
    /// <summary>The goals of this program.</summary>
    public static IReadOnlyList<PeerGoal> All { get; } =
    [
        new("redis-benchmark", 64, 1, 2.0),
        new("redis-benchmark", 256, 1, 2.0),
        new("redis-benchmark", 1024, 1, 2.0),
        new("redis-benchmark", 64, 16, 1.5),
        new("redis-benchmark", 256, 16, 1.5),
        new("wrk", 64, 1, 1.1),
        new("wrk", 1024, 1, 1.3),
    ];

    /// <summary>True when a ratio is about it.</summary>
    public bool Concerns(PeerRatio ratio) => ratio.Cell.Delay_us == 0 && ratio.Cell.Connections == Connections
        && ratio.Cell.Pipeline == Pipeline && string.Equals(ratio.Theirs, Tool, StringComparison.Ordinal);
}
