using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Memcached.Loading;

/// <summary>The virtual clients of one stage and share, and what they have in common.</summary>
/// <param name="text">Formats requests and checks values.</param>
/// <param name="stage">What is measured.</param>
/// <param name="share">The part of the keys that this generator thread loads.</param>
/// <param name="keys">Keys, all shares together.</param>
/// <param name="getShare_percent">Share of get in the mixed stage, %.</param>
/// <param name="random">Where draws come from.</param>
internal sealed class MemcachedPopulation(
    MemcachedText text, MemcachedStage stage, PopulationShare share, int keys, int getShare_percent, Random random)
    : IClientPopulation
{
    private readonly GetShare _gets = new(getShare_percent, random);

    /// <summary>Formats requests and checks values.</summary>
    internal MemcachedText Text => text;

    /// <summary>The keys to load.</summary>
    internal KeyLoading Loading { get; } = new(share, stage is MemcachedStage.Get or MemcachedStage.Mixed ? keys : 0);

    /// <inheritdoc/>
    public bool NeedsPreparation => !Loading.IsDone;

    /// <inheritdoc/>
    public IVirtualClient CreateClient(int clientIndex) => new MemcachedClient(this);

    /// <inheritdoc/>
    public void ServerReplaced() => Loading.Restart();

    /// <summary>A random key.</summary>
    internal int DrawKey() => random.Next(keys);

    /// <summary>What the next operation is.</summary>
    internal MemcachedStage DrawOperation() => stage != MemcachedStage.Mixed ? stage
        : _gets.DrawIsGet() ? MemcachedStage.Get : MemcachedStage.Set;
}
