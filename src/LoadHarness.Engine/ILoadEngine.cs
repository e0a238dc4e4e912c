using LoadHarness.Contracts.Loading;

namespace LoadHarness.Engine;

/// <summary>Runs one load level: the seam behind which another engine could stand.</summary>
public interface ILoadEngine
{
    /// <summary>True when a run with <see cref="Purpose.Prepare"/> has something to do before a measured one.</summary>
    /// <param name="populations">Those of the measured run.</param>
    bool NeedsPreparation(IReadOnlyList<IClientPopulation> populations) =>
        populations.Any(population => population.NeedsPreparation);

    /// <summary>
    /// Runs until the observer stops it, the population is exhausted or prepared, or it is cancelled. Blocks the
    /// calling thread.
    /// </summary>
    /// <param name="plan">What to run.</param>
    /// <param name="populations">One for each generator thread (one when <see cref="LoadPlan.GeneratorCpus"/> is
    /// empty).</param>
    /// <param name="observer">Called on the calling thread.</param>
    /// <param name="cancellation">Ends the run early; what was measured so far is returned.</param>
    RunSnapshot Run(LoadPlan plan, IReadOnlyList<IClientPopulation> populations, ILoadObserver observer,
        CancellationToken cancellation);
}
