using LoadHarness.Contracts.Serving;
using LoadHarness.Platform.Files;

namespace LoadHarness.Torture.Fuzzing.Playing;

/// <summary>A file that is read only, of given bytes.</summary>
internal sealed class MemoryFile(byte[] content) : IDurableFile
{
    /// <inheritdoc/>
    public long Length => content.Length;

    /// <inheritdoc/>
    public int ReadAt(long position, Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, Math.Max(0, content.Length - position));
        content.AsSpan((int)Math.Min(position, content.Length), count).CopyTo(buffer);
        return count;
    }

    /// <inheritdoc/>
    public void WriteAt(long position, ReadOnlySpan<byte> bytes) => throw ReadOnly();

    /// <inheritdoc/>
    public void SetLength(long length) => throw ReadOnly();

    /// <inheritdoc/>
    public void Sync() => throw ReadOnly();

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static DurabilityException ReadOnly() => new("the file is read only");
}
