using LoadHarness.Contracts.Histories;

namespace LoadHarness.Analysis.Linearizability;

/// <summary>Where a walk through a history came to its end.</summary>
/// <param name="Kind">What contradicts what.</param>
/// <param name="Operations">
/// The operations that do; with <see cref="ViolationKind.Missed"/> only the one that missed the value.
/// </param>
internal sealed record EpisodeConflict(ViolationKind Kind, params IReadOnlyList<KeyOperation> Operations);
