namespace LoadHarness.Torture.Crashes;

/// <summary>
/// The bytes of one file: what is safe, and the changes since the last sync in order. A power failure keeps any part of
/// them. After a failed sync the system believes that the changes before it are written: no later sync makes them safe.
/// </summary>
internal sealed class SimulatedContent
{
    private const int Block = 64;

    /// <summary>Changes that are not all safe, in order; empty when everything is.</summary>
    private readonly List<Change> _changes = [];
    private byte[] _safe = [];

    private enum Fate
    {
        Lost = 0,
        Kept = 1,
        Torn = 2,
        AnyBlocks = 3,
        Garbage = 4,
    }

    /// <summary>What the running system sees.</summary>
    public byte[] Current { get; private set; } = [];

    public void Write(long position, ReadOnlySpan<byte> bytes) => Add(new Change(position, bytes.ToArray()));

    public void SetLength(long length) => Add(new Change(length, null));

    public void Sync()
    {
        foreach (var change in _changes.Where(change => change.State == ChangeState.Waiting))
            change.State = ChangeState.Safe;
        if (_changes.Exists(change => change.State != ChangeState.Safe)) return;
        _safe = Current;
        _changes.Clear();
    }

    /// <summary>A sync that fails: what it should have written will not be tried again by the system.</summary>
    public void FailSync()
    {
        foreach (var change in _changes.Where(change => change.State == ChangeState.Waiting))
            change.State = ChangeState.GivenUp;
    }

    /// <summary>Flips bits of a safe byte: the disk's own fault.</summary>
    public void Rot(int position, byte bits = 0x10)
    {
        Current = [.. Current];
        Current[position] ^= bits;
        _changes.Clear();
        _safe = Current;
    }

    /// <summary>
    /// Forgets some changes, keeps some, and some in part: up to a byte, any blocks of them, or garbage in some blocks.
    /// </summary>
    public void LosePower(Random random)
    {
        var all = random.Next(3);
        var kept = _safe;
        foreach (var change in _changes)
        {
            var fate = change.State == ChangeState.Safe ? Fate.Kept
                : all < 2 ? (Fate)all
                : (Fate)random.Next(5);
            kept = Apply(kept, change, fate, random);
        }

        Current = kept;
        _changes.Clear();
        _safe = Current;
    }

    private void Add(Change change)
    {
        Current = Apply(Current, change);
        _changes.Add(change);
    }

    private static byte[] Apply(byte[] kept, Change change, Fate fate, Random random) => fate switch
    {
        Fate.Lost => kept,
        Fate.Torn when change.Bytes is { } bytes =>
            Apply(kept, change with { Bytes = bytes[..random.Next(bytes.Length + 1)] }),
        Fate.AnyBlocks when change.Bytes is { } bytes => ApplyBlocks(kept, change.Position, bytes, random, false),
        Fate.Garbage when change.Bytes is { } bytes => ApplyBlocks(kept, change.Position, bytes, random, true),
        _ => Apply(kept, change),
    };

    private static byte[] ApplyBlocks(byte[] kept, long position, byte[] bytes, Random random, bool hasGarbage)
    {
        for (var start = 0; start < bytes.Length; start += Block)
        {
            var block = bytes[start..Math.Min(start + Block, bytes.Length)];
            if (random.Next(2) == 0)
            {
                if (!hasGarbage) continue;
                random.NextBytes(block);
            }

            kept = Apply(kept, new Change(position + start, block));
        }

        return kept;
    }

    private static byte[] Apply(byte[] content, Change change)
    {
        var end = (int)change.Position + (change.Bytes?.Length ?? 0);
        var result = new byte[change.Bytes is null ? end : Math.Max(content.Length, end)];
        content.AsSpan(0, Math.Min(content.Length, result.Length)).CopyTo(result);
        change.Bytes?.CopyTo(result, (int)change.Position);
        return result;
    }

    private enum ChangeState
    {
        /// <summary>No sync since.</summary>
        Waiting = 0,

        /// <summary>Synced, but kept in the list because an earlier change is not safe.</summary>
        Safe = 1,

        /// <summary>A sync of it has failed.</summary>
        GivenUp = 2,
    }

    /// <summary>Bytes written at a position, or a new length where there are none.</summary>
    private sealed record Change(long Position, byte[]? Bytes)
    {
        public ChangeState State { get; set; }
    }
}
