using System.Globalization;
using LoadHarness.Contracts.Histories;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Time;
using LoadHarness.Workloads.HashTable.Dialects;
using LoadHarness.Workloads.HashTable.Framings;
using LoadHarness.Workloads.HashTable.Loading;
using LoadHarness.Workloads.HashTable.Protocol;
using LoadHarness.Workloads.Shared;
using LoadHarness.Workloads.Shared.Histories;

namespace LoadHarness.Workloads.HashTable.Contending;

/// <summary>
/// Clients that all insert, look up and remove the same few keys, and what they have in common. Low keys are drawn more
/// often than high ones. When asked, it records the history of every key.
/// </summary>
internal sealed class ContendedPopulation : IClientPopulation, IHistorySource
{
    private const int Hundred = 100;
    private const int Lookups_percent = 50;
    private const int LookupsAndInserts_percent = 80;

    private readonly int _keys;
    private readonly LoadShape _shape;
    private readonly Random _random;
    private readonly ContendedText _text;
    private int _writes;

    internal ContendedPopulation(LoadShape shape, int keys, Dialect dialect, long seed)
    {
        (_shape, _keys) = (shape, keys);
        _random = Draws.Of(seed, shape.Share);
        _text = new ContendedText(keys, shape.ValueSize);
        Framing = dialect.Framing;
        Requests = new RequestWriter(dialect, _text, groupSize: 1);
        Check = new ReplyCheck(shape, _text, dialect);
        Replies = new ContendedReplies(_text, dialect);
        Unprepared = NoKeys();
    }

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
        _writes = 0;
        Recorder.Begin(room);
        Unprepared = _shape.Share.Index == 0 ? new KeyPool(KeyKind.Contended, _keys) : NoKeys();
    }

    /// <inheritdoc/>
    public RecordedHistory TakeHistory() => Recorder.Take(
        [.. Enumerable.Range(0, _keys).Select(key =>
            string.Create(CultureInfo.InvariantCulture, $"{(char)KeyKind.Contended}{_text.History}-{key}"))]);

    /// <summary>Draws the next operation.</summary>
    /// <param name="number">The number of the value to insert; of others, the key.</param>
    /// <param name="key">The key.</param>
    internal TableMethod Draw(out int number, out int key)
    {
        key = Math.Min(_random.Next(_keys), _random.Next(_keys));
        number = key;
        var draw = _random.Next(Hundred);
        if (draw < Lookups_percent) return TableMethod.Lookup;
        if (draw >= LookupsAndInserts_percent) return TableMethod.Remove;
        var next = ((((long)_writes * _shape.Share.Count) + _shape.Share.Index + 1) * _keys) + key;
        // No value may be written twice: when all are used up, nothing more is written.
        if (next > ContendedText.MostNumber) return TableMethod.Lookup;
        _writes++;
        number = (int)next;
        return TableMethod.Insert;
    }

    private static KeyPool NoKeys() => new(KeyKind.Contended, 0);
}
