using LoadHarness.Contracts.Loading;
using LoadHarness.Workloads.HashTable.Dialects;
using LoadHarness.Workloads.HashTable.Framings;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.HashTable.Loading;

/// <summary>The virtual clients of one stage and share, and what they have in common.</summary>
internal sealed class HashTablePopulation : IClientPopulation
{
    private readonly ShareLedger _ledger;
    private readonly Random _random;

    internal HashTablePopulation(LoadShape shape, Dialect dialect, Stage stage, ShareLedger ledger, long seed)
    {
        Shape = shape;
        Stage = stage;
        _ledger = ledger;
        _random = Draws.Of(seed, shape.Share);
        Text = new KeyText(shape);
        Framing = dialect.Framing;
        Requests = new RequestWriter(dialect, Text, shape.ScanResult);
        Check = new ReplyCheck(shape, Text, dialect);
    }

    /// <summary>Sizes.</summary>
    internal LoadShape Shape { get; }

    /// <summary>What is measured.</summary>
    internal Stage Stage { get; }

    /// <summary>Formats keys and values.</summary>
    internal KeyText Text { get; }

    /// <summary>How replies are told apart.</summary>
    internal Framing Framing { get; }

    /// <summary>Writes requests.</summary>
    internal RequestWriter Requests { get; }

    /// <summary>Checks replies.</summary>
    internal ReplyCheck Check { get; }

    /// <summary>Keys to insert.</summary>
    internal KeyPool Inserts => _ledger.Inserts;

    /// <summary>Keys to remove; the mixed stage also puts them back.</summary>
    internal KeyPool Removes => _ledger.Removes;

    /// <inheritdoc/>
    public IVirtualClient CreateClient(int clientIndex) => new HashTableClient(this);

    /// <inheritdoc/>
    public bool NeedsPreparation => _ledger.Base.HasUnlike(KeyState.Present)
        || _ledger.Removes.HasUnlike(WantedOfRemoves)
        || _ledger.Inserts.HasUnlike(KeyState.Absent);

    /// <inheritdoc/>
    public void ServerReplaced() => _ledger.Empty();

    /// <summary>A random number below a bound.</summary>
    internal int Draw(int bound) => _random.Next(bound);

    /// <summary>
    /// A random group of base keys, of as many groups as there are patterns, spread over the table; not group 0, whose
    /// keys have fewer digits than its pattern.
    /// </summary>
    internal int DrawGroup()
    {
        var groups = (Shape.Keys / Shape.ScanResult) - 1;
        var patterns = Math.Min(groups, Shape.ScanPatterns);
        return 1 + (int)((long)_random.Next(patterns) * groups / patterns);
    }

    /// <summary>The next key that is not as the stage needs it.</summary>
    /// <param name="pool">Where it belongs; null when all is prepared.</param>
    /// <param name="wanted">How it is to be.</param>
    /// <returns>Its number in the pool.</returns>
    internal int TakeUnprepared(out KeyPool? pool, out KeyState wanted)
    {
        wanted = KeyState.Present;
        var number = (pool = _ledger.Base).TakeUnlike(wanted);
        if (number >= 0) return number;
        wanted = WantedOfRemoves;
        number = (pool = _ledger.Removes).TakeUnlike(wanted);
        if (number >= 0) return number;
        wanted = KeyState.Absent;
        number = (pool = _ledger.Inserts).TakeUnlike(wanted);
        if (number < 0) pool = null;
        return number;
    }

    private KeyState WantedOfRemoves => Stage is Stage.Remove or Stage.Mixed ? KeyState.Present : KeyState.Absent;
}
