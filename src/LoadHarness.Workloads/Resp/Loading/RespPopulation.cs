using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Resp.Loading;

/// <summary>The virtual clients of one stage and share, and what they have in common.</summary>
/// <param name="text">Formats requests and checks values.</param>
/// <param name="load">What they do.</param>
/// <param name="share">The part of the keys that this generator thread loads.</param>
/// <param name="random">Where draws come from.</param>
internal sealed class RespPopulation(RespText text, RespLoad load, PopulationShare share, Random random)
    : IClientPopulation
{
    private readonly GetShare _gets = new(load.GetShare_percent, random);
    private int _generation;

    /// <summary>Formats requests and checks values.</summary>
    internal RespText Text => text;

    /// <summary>What they do.</summary>
    internal RespLoad Load => load;

    /// <summary>Changes when the server was started anew: what a client knows of it is out of date.</summary>
    internal int Generation => _generation;

    /// <summary>The keys to load.</summary>
    internal KeyLoading Loading { get; } = new(share, load.NeedsKeys ? load.Keys : 0);

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
    internal int DrawKey() => random.Next(load.Keys);

    /// <summary>What the next operation is.</summary>
    internal RespStage DrawOperation() =>
        load.Stage != RespStage.Mixed ? load.Stage : _gets.DrawIsGet() ? RespStage.Get : RespStage.Set;
}
