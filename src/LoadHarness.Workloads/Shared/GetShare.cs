using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Workloads.Shared;

/// <summary>What part of the stage <c>mixed</c> only reads: the option, and the draw for each operation.</summary>
/// <param name="share_percent">Share of reading operations, %.</param>
/// <param name="random">Where draws come from.</param>
internal sealed class GetShare(int share_percent, Random random)
{
    /// <summary>Name of the option.</summary>
    internal const string Name = "get-share";

    private const int Hundred = 100;

    /// <summary>The option as the command line and scenarios see it.</summary>
    internal static WorkloadOption Option { get; } = new(
        Name, OptionKind.Integer, "90", "share of get in the stage mixed, %; the rest writes", OptionSide.Client, 0,
        Hundred);

    /// <summary>True when the next operation reads.</summary>
    internal bool DrawIsGet() => random.Next(Hundred) < share_percent;
}
