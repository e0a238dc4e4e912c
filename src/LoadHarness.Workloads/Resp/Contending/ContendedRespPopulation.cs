using LoadHarness.Contracts.Histories;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Time;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Shared;
using LoadHarness.Workloads.Shared.Histories;

namespace LoadHarness.Workloads.Resp.Contending;

/// <summary>
/// Clients that all set, get and take away the same few keys, and what they have in common. When asked, it records the
/// history of every key.
/// </summary>
internal sealed class ContendedRespPopulation : IClientPopulation, IHistorySource
{
    private readonly int _keys;
    private readonly PopulationShare _share;

    internal ContendedRespPopulation(int keys, int valueSize, PopulationShare share, long seed)
    {
        (_keys, _share) = (keys, share);
        // A value must tell its number.
        Text = new ContendedRespText(keys, Math.Max(valueSize, NumberedValues.LongestNumber));
        Text.Begin(0);
        Draws = new ContendedDraws(keys, share, int.MaxValue, Shared.Draws.Of(seed, share));
        Loading = new KeyLoading(share, 0);
    }

    /// <summary>Formats requests and reads replies.</summary>
    internal ContendedRespText Text { get; }

    /// <summary>What comes next.</summary>
    internal ContendedDraws Draws { get; }

    /// <summary>Notes what is done.</summary>
    internal HistoryRecorder Recorder { get; } = new(() => MonotonicClock.Now_ns);

    /// <summary>The keys that preparation takes out.</summary>
    internal KeyLoading Loading { get; private set; }

    /// <inheritdoc/>
    public bool NeedsPreparation => !Loading.IsDone;

    /// <inheritdoc/>
    public IVirtualClient CreateClient(int clientIndex) => new ContendedRespClient(this, clientIndex);

    /// <inheritdoc/>
    public void ServerReplaced()
    {
        // Keys are taken out before every history, whatever the server holds.
    }

    /// <inheritdoc/>
    public void BeginHistory(int number, int room)
    {
        Text.Begin(number);
        Draws.Restart();
        Recorder.Begin(room);
        Loading = new KeyLoading(_share, _keys);
    }

    /// <inheritdoc/>
    public RecordedHistory TakeHistory() => Recorder.Take(Text.Names);
}
