using LoadHarness.Results;

namespace LoadHarness.Experiments.Running;

/// <summary>What a run needs to know beside its plan.</summary>
public sealed record RunOptions
{
    /// <summary>Where run folders go, usually <c>results</c>.</summary>
    public required string ResultsFolder { get; init; }

    /// <summary>
    /// The manifest as far as the surroundings make it: host, versions, CPU masks, notes. The run fills in the rest.
    /// </summary>
    public required RunManifest Manifest { get; init; }

    /// <summary>CPUs of the generator, one thread on each; empty for one thread that is not pinned.</summary>
    public IReadOnlyList<int> GeneratorCpus { get; init; } = [];

    /// <summary>CPUs that neither the SUT nor the generator has.</summary>
    public IReadOnlyList<int> SpareCpus { get; init; } = [];

    /// <summary>
    /// The null server that shows what the clients can do; null where none can stand in the SUT's place.
    /// </summary>
    public CeilingServer? Ceiling { get; init; }

    /// <summary>Connections that a model serves at the same time; null when it sets no such limit.</summary>
    public Func<string, int?> ConnectionLimit { get; init; } = _ => null;
}
