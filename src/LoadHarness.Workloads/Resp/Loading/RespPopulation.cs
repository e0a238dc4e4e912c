using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Resp.Loading;

/// <summary>The virtual clients of one stage and share, and what they have in common.</summary>
/// <param name="text">Formats requests and checks values.</param>
/// <param name="stage">What is measured.</param>
/// <param name="share">The part of the keys that this generator thread loads.</param>
/// <param name="keys">Keys, all shares together.</param>
/// <param name="pipeline">Commands of an operation.</param>
/// <param name="getShare_percent">Share of get in the mixed stage, %.</param>
/// <param name="random">Where draws come from.</param>
internal sealed class RespPopulation(
    RespText text, RespStage stage, PopulationShare share, int keys, int pipeline, int getShare_percent,
    Random random) : IClientPopulation
{
    private readonly GetShare _gets = new(getShare_percent, random);
    private int _generation;

    /// <summary>Formats requests and checks values.</summary>
    internal RespText Text => text;

    /// <summary>Commands of an operation.</summary>
    internal int Pipeline => pipeline;

    /// <summary>Changes when the server was started anew: what a client knows of it is out of date.</summary>
    internal int Generation => _generation;

    /// <summary>The keys to load.</summary>
    internal KeyLoading Loading { get; } = new(share, stage is RespStage.Get or RespStage.Mixed ? keys : 0);

    /// <inheritdoc/>
    public bool NeedsPreparation => !Loading.IsDone;

    /// <inheritdoc/>
    public IVirtualClient CreateClient(int clientIndex) => new RespClient(this, clientIndex);

    /// <inheritdoc/>
    public void ServerReplaced()
    {
        _generation++;
        Loading.Restart();
    }

    /// <summary>A random key.</summary>
    internal int DrawKey() => random.Next(keys);

    /// <summary>What the next operation is.</summary>
    internal RespStage DrawOperation() =>
        stage != RespStage.Mixed ? stage : _gets.DrawIsGet() ? RespStage.Get : RespStage.Set;
}
