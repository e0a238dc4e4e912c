using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Workloads.Resp.Loading;

/// <summary>The virtual clients of one stage and share, and what they have in common.</summary>
/// <param name="text">Formats requests and checks values.</param>
/// <param name="stage">What is measured.</param>
/// <param name="share">The part of the keys that this generator thread loads.</param>
/// <param name="keys">Keys, all shares together.</param>
/// <param name="pipeline">Commands of an operation.</param>
/// <param name="seed">Seed of the draws.</param>
internal sealed class RespPopulation(
    RespText text, RespStage stage, PopulationShare share, int keys, int pipeline, long seed) : IClientPopulation
{
    private const int Hundred = 100;
    private const int Gets = 90;

    private readonly Random _random = new(unchecked((int)(seed ^ (seed >> 32)) + (share.Index * 7919)));
    private readonly Stack<int> _failed = new();
    private int _generation;
    private int _next = share.Index;
    private int _outstanding;

    /// <summary>Formats requests and checks values.</summary>
    internal RespText Text => text;

    /// <summary>Commands of an operation.</summary>
    internal int Pipeline => pipeline;

    /// <summary>Changes when the server was started anew: what a client knows of it is out of date.</summary>
    internal int Generation => _generation;

    /// <inheritdoc/>
    public bool NeedsPreparation =>
        stage is RespStage.Get or RespStage.Mixed && (_next < keys || _failed.Count > 0 || _outstanding > 0);

    /// <inheritdoc/>
    public IVirtualClient CreateClient(int clientIndex) => new RespClient(this, clientIndex);

    /// <inheritdoc/>
    public void ServerReplaced()
    {
        _generation++;
        _next = share.Index;
        _failed.Clear();
    }

    /// <summary>A random key.</summary>
    internal int DrawKey() => _random.Next(keys);

    /// <summary>What the next operation is.</summary>
    internal RespStage DrawOperation() =>
        stage != RespStage.Mixed ? stage : _random.Next(Hundred) < Gets ? RespStage.Get : RespStage.Set;

    /// <summary>The next key to load; −1 when there is none. It is answered for by <see cref="Loaded"/>.</summary>
    internal int TakeUnloaded()
    {
        var number = -1;
        if (!NeedsPreparation) return number;
        if (_failed.TryPop(out var again))
        {
            number = again;
        }
        else if (_next < keys)
        {
            number = _next;
            _next += share.Count;
        }

        if (number >= 0) _outstanding++;
        return number;
    }

    /// <summary>A key taken was loaded, or not.</summary>
    internal void Loaded(int number, bool isThere)
    {
        _outstanding--;
        if (!isThere) _failed.Push(number);
    }
}
