using System.Globalization;
using LoadHarness.Contracts.Histories;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Time;
using LoadHarness.Workloads.HashTable.Dialects;
using LoadHarness.Workloads.HashTable.Framings;
using LoadHarness.Workloads.HashTable.Loading;
using LoadHarness.Workloads.Shared.Histories;

namespace LoadHarness.Workloads.HashTable.Contending;

/// <summary>
/// Clients that all insert, look up and remove the same few keys, and what they have in common. When asked, it records
/// the history of every key.
/// </summary>
internal sealed class ContendedPopulation : IClientPopulation, IHistorySource
{
    private readonly int _keys;
    private readonly LoadShape _shape;
    private readonly ContendedText _text;

    internal ContendedPopulation(LoadShape shape, int keys, Dialect dialect, long seed)
    {
        (_shape, _keys) = (shape, keys);
        Draws = new ContendedDraws(keys, shape.Share, ContendedText.MostNumber, Shared.Draws.Of(seed, shape.Share));
        _text = new ContendedText(keys, shape.ValueSize);
        Framing = dialect.Framing;
        Requests = new RequestWriter(dialect, _text, groupSize: 1);
        Check = new ReplyCheck(shape, _text, dialect);
        Replies = new ContendedReplies(_text, dialect);
        Unprepared = NoKeys();
    }

    /// <summary>What comes next.</summary>
    internal ContendedDraws Draws { get; }

    /// <summary>How replies are told apart.</summary>
    internal Framing Framing { get; }

    /// <summary>Writes requests.</summary>
    internal RequestWriter Requests { get; }

    /// <summary>Checks replies that tell no value.</summary>
    internal ReplyCheck Check { get; }

    /// <summary>Reads replies that tell one.</summary>
    internal ContendedReplies Replies { get; }

    /// <summary>Notes what is done.</summary>
    internal HistoryRecorder Recorder { get; } = new(() => MonotonicClock.Now_ns);

    /// <summary>The keys that preparation takes out, in the share that does so: the first one.</summary>
    internal KeyPool Unprepared { get; private set; }

    /// <inheritdoc/>
    public bool NeedsPreparation => Unprepared.HasUnlike(KeyState.Absent);

    /// <inheritdoc/>
    public IVirtualClient CreateClient(int clientIndex) => new ContendedClient(this, clientIndex);

    /// <inheritdoc/>
    public void ServerReplaced()
    {
        // Keys are taken out before every history, whatever the server holds.
    }

    /// <inheritdoc/>
    public void BeginHistory(int number, int room)
    {
        _text.History = number;
        Draws.Restart();
        Recorder.Begin(room);
        Unprepared = _shape.Share.Index == 0 ? new KeyPool(KeyKind.Contended, _keys) : NoKeys();
    }

    /// <inheritdoc/>
    public RecordedHistory TakeHistory() => Recorder.Take(
        [.. Enumerable.Range(0, _keys).Select(key =>
            string.Create(CultureInfo.InvariantCulture, $"{(char)KeyKind.Contended}{_text.History}-{key}"))]);

    private static KeyPool NoKeys() => new(KeyKind.Contended, 0);
}
