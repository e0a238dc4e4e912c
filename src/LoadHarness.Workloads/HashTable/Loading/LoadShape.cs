using System.Globalization;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Workloads.HashTable.Loading;

/// <summary>How large everything is that the clients work with.</summary>
/// <param name="Share">The part of the keys that this generator thread changes.</param>
/// <param name="Keys">Base keys, all shares together.</param>
/// <param name="ValueSize">Bytes of a value's JSON text.</param>
/// <param name="Pool">Keys of this share to insert, and as many to remove.</param>
/// <param name="PrepareBatch">Requests of a preparation sent together.</param>
/// <param name="ScanResult">Pairs one scan returns: a power of ten.</param>
/// <param name="ScanPatterns">Different patterns at most.</param>
internal sealed record LoadShape(PopulationShare Share, int Keys, int ValueSize, int Pool, int PrepareBatch,
    int ScanResult, int ScanPatterns)
{
    /// <summary>Base keys that this share puts there.</summary>
    internal int OwnKeys => (Keys - Share.Index + Share.Count - 1) / Share.Count;

    /// <summary>Reads the options.</summary>
    internal static LoadShape From(WorkloadSettings settings, PopulationShare share) => new(
        share,
        (int)settings.Integer(HashTableOptions.Keys),
        (int)settings.Integer(HashTableOptions.ValueSize),
        (int)settings.Integer(HashTableOptions.Pool),
        (int)settings.Integer(HashTableOptions.PrepareBatch),
        int.Parse(settings.Text(HashTableOptions.ScanResult), NumberStyles.None, CultureInfo.InvariantCulture),
        (int)settings.Integer(HashTableOptions.ScanPatterns));
}
