using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Workloads.HashTable.Loading;

/// <summary>
/// What one share has done to the server, shared by the populations of all stages that were made from the same
/// settings:
/// so the next stage knows what the one before it has left behind. At first, and after the server was replaced, it
/// knows nothing,
/// and preparation then sets every key right whatever its state.
/// </summary>
internal sealed class ShareLedger
{
    private static readonly ConditionalWeakTable<
        WorkloadSettings, ConcurrentDictionary<PopulationShare, ShareLedger>> _known = [];

    private ShareLedger(LoadShape shape)
    {
        Base = new KeyPool(KeyKind.Base, shape.OwnKeys);
        Inserts = new KeyPool(KeyKind.Insert, shape.Pool);
        Removes = new KeyPool(KeyKind.Remove, shape.Pool);
    }

    /// <summary>The base keys of the share.</summary>
    internal KeyPool Base { get; }

    /// <summary>Keys to insert.</summary>
    internal KeyPool Inserts { get; }

    /// <summary>Keys to remove.</summary>
    internal KeyPool Removes { get; }

    /// <summary>The ledger of a share.</summary>
    internal static ShareLedger Of(WorkloadSettings settings, PopulationShare share) =>
        _known.GetOrCreateValue(settings).GetOrAdd(share, _ => new ShareLedger(LoadShape.From(settings, share)));

    /// <summary>The server was started anew and is empty.</summary>
    internal void Empty()
    {
        Base.Empty();
        Inserts.Empty();
        Removes.Empty();
    }
}
