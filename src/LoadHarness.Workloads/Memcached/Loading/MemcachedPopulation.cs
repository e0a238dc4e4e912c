using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Memcached.Loading;

/// <summary>The virtual clients of one stage and share, and what they have in common.</summary>
/// <param name="text">Formats requests and checks values.</param>
/// <param name="stage">What is measured.</param>
/// <param name="share">The part of the keys that this generator thread loads.</param>
/// <param name="keys">Keys, all shares together.</param>
/// <param name="seed">Seed of the draws.</param>
internal sealed class MemcachedPopulation(
    MemcachedText text, MemcachedStage stage, PopulationShare share, int keys, long seed) : IClientPopulation
{
    private readonly Random _random = new(unchecked((int)(seed ^ (seed >> 32)) + (share.Index * 7919)));

    /// <summary>Formats requests and checks values.</summary>
    internal MemcachedText Text => text;

    /// <summary>What is measured.</summary>
    internal MemcachedStage Stage => stage;

    /// <summary>The keys to load.</summary>
    internal KeyLoading Loading { get; } = new(share, stage == MemcachedStage.Get ? keys : 0);

    /// <inheritdoc/>
    public bool NeedsPreparation => !Loading.IsDone;

    /// <inheritdoc/>
    public IVirtualClient CreateClient(int clientIndex) => new MemcachedClient(this);

    /// <inheritdoc/>
    public void ServerReplaced() => Loading.Restart();

    /// <summary>A random key.</summary>
    internal int DrawKey() => _random.Next(keys);
}
