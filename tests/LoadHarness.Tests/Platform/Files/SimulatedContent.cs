namespace LoadHarness.Tests.Platform.Files;

/// <summary>
/// The bytes of one file: what is safe, and the changes since the last sync in order. A power failure keeps any part of
/// them.
/// </summary>
internal sealed class SimulatedContent
{
    private const int Block = 64;

    private readonly List<(long Position, byte[]? Bytes)> _unsynced = [];
    private byte[] _safe = [];

    /// <summary>What the running system sees.</summary>
    public byte[] Current { get; private set; } = [];

    public void Write(long position, ReadOnlySpan<byte> bytes)
    {
        var change = (position, bytes.ToArray());
        Current = Apply(Current, change);
        _unsynced.Add(change);
    }

    public void SetLength(long length)
    {
        Current = Apply(Current, (length, null));
        _unsynced.Add((length, null));
    }

    public void Sync()
    {
        _safe = Current;
        _unsynced.Clear();
    }

    /// <summary>Flips bits of a safe byte: the disk's own fault.</summary>
    public void Rot(int position)
    {
        Current = [.. Current];
        Current[position] ^= 0x10;
        _safe = Current;
    }

    /// <summary>Forgets some changes, keeps some, and some in part: up to a byte, or any blocks of them.</summary>
    public void LosePower(Random random)
    {
        var all = random.Next(3);
        var kept = _safe;
        foreach (var change in _unsynced)
        {
            var fate = all < 2 ? all : random.Next(4);
            if (fate == 0) continue;
            if (fate == 1 || change.Bytes is null) kept = Apply(kept, change);
            else if (fate == 2) kept = Apply(kept, (change.Position, Torn(change.Bytes, random)));
            else kept = ApplyBlocks(kept, change.Position, change.Bytes, random);
        }

        Current = kept;
        Sync();
    }

    private static byte[] Torn(byte[] bytes, Random random) => bytes[..random.Next(bytes.Length + 1)];

    private static byte[] ApplyBlocks(byte[] kept, long position, byte[] bytes, Random random)
    {
        for (var start = 0; start < bytes.Length; start += Block)
        {
            if (random.Next(2) == 0) continue;
            kept = Apply(kept, (position + start, bytes[start..Math.Min(start + Block, bytes.Length)]));
        }

        return kept;
    }

    private static byte[] Apply(byte[] content, (long Position, byte[]? Bytes) change)
    {
        var end = (int)change.Position + (change.Bytes?.Length ?? 0);
        var result = new byte[change.Bytes is null ? end : Math.Max(content.Length, end)];
        content.AsSpan(0, Math.Min(content.Length, result.Length)).CopyTo(result);
        change.Bytes?.CopyTo(result, (int)change.Position);
        return result;
    }
}
