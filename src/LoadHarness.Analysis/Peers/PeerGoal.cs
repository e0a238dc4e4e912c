namespace LoadHarness.Analysis.Peers;

/// <summary>What one of our loops, or the better of them, is to reach against another tool: a median ratio.</summary>
/// <param name="Tool">The other tool.</param>
/// <param name="Connections">Connections.</param>
/// <param name="Pipeline">Requests of a batch.</param>
/// <param name="AtLeast">The ratio.</param>
/// <param name="Loop">The loop; null for the better one.</param>
public sealed record PeerGoal(string Tool, int Connections, int Pipeline, double AtLeast, string? Loop = null)
{
    /// <summary>Name of the minimal C client, below which nothing is to be had by epoll.</summary>
    public const string Floor = "C floor";

    /// <summary>The goals of this program.</summary>
    public static IReadOnlyList<PeerGoal> All { get; } =
    [
        .. new[] { 16, 64, 256, 1024 }.SelectMany(connections => new PeerGoal[]
        {
            new(Floor, connections, 1, 0.95, "epoll"),
            new(Floor, connections, 1, 1.0, "io_uring"),
        }),
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
        && ratio.Cell.Pipeline == Pipeline
        && (Loop is null || string.Equals(ratio.Ours, PeerAnalysis.OwnPrefix + Loop, StringComparison.Ordinal))
        && string.Equals(ratio.Theirs, Tool, StringComparison.Ordinal);
}
