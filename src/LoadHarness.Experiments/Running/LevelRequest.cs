using LoadHarness.Engine;
using LoadHarness.Results;

namespace LoadHarness.Experiments.Running;

/// <summary>One level to be measured.</summary>
/// <param name="Stage">Stage.</param>
/// <param name="Phase">Why.</param>
/// <param name="Clients">Simultaneous clients.</param>
/// <param name="Deadline_ns">When the level's time is up, monotonic ns.</param>
internal sealed record LevelRequest(string Stage, LevelPhase Phase, int Clients, long Deadline_ns)
{
    /// <summary>Extra work of the generator for every operation beside the scenario's, ns.</summary>
    public long ExtraWork_ns { get; init; }

    /// <summary>When operations are due; null for a closed loop. Then clients are the connections they share.</summary>
    public OpenLoad? Open { get; init; }

    /// <summary>A further CPU for one thread more of the generator; null for none.</summary>
    public int? FurtherCpu { get; init; }
}
