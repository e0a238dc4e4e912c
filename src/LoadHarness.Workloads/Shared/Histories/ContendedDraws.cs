using LoadHarness.Contracts.Histories;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Workloads.Shared.Histories;

/// <summary>
/// Draws what clients do to the few keys that they contend for: 50 % reads, 30 % writes, 20 % removes; low keys more
/// often than high ones. One number names a value and its key, which is its remainder by the number of keys; no number
/// is written twice.
/// </summary>
/// <param name="keys">Number of keys.</param>
/// <param name="share">The thread's part of the numbers.</param>
/// <param name="mostNumber">The highest number that can be written.</param>
/// <param name="random">Where draws come from.</param>
internal sealed class ContendedDraws(int keys, PopulationShare share, int mostNumber, Random random)
{
    private const int Hundred = 100;
    private const int Reads_percent = 50;
    private const int ReadsAndWrites_percent = 80;

    private int _writes;

    /// <summary>Keys are new: numbers may begin again.</summary>
    internal void Restart() => _writes = 0;

    /// <summary>Draws the next operation.</summary>
    /// <param name="number">The number of the value to write; of others, the key.</param>
    /// <param name="key">The key.</param>
    internal KeyOperationKind Draw(out int number, out int key)
    {
        key = Math.Min(random.Next(keys), random.Next(keys));
        number = key;
        var draw = random.Next(Hundred);
        if (draw < Reads_percent) return KeyOperationKind.Read;
        if (draw >= ReadsAndWrites_percent) return KeyOperationKind.Remove;
        var next = ((((long)_writes * share.Count) + share.Index + 1) * keys) + key;
        // When all numbers are used up, nothing more is written.
        if (next > mostNumber) return KeyOperationKind.Read;
        _writes++;
        number = (int)next;
        return KeyOperationKind.Write;
    }
}
