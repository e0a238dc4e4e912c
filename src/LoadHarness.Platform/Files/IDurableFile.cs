using LoadHarness.Contracts.Serving;

namespace LoadHarness.Platform.Files;

/// <summary>An open file that is written at positions and synced on request. One thread at a time.
/// Every member throws <see cref="DurabilityException"/> with one line that names the path and the cause.</summary>
public interface IDurableFile : IDisposable
{
    /// <summary>Length in bytes.</summary>
    long Length { get; }

    /// <summary>Reads up to the buffer's length from a position.</summary>
    /// <returns>Bytes read; less than asked for only at the end of the file.</returns>
    int ReadAt(long position, Span<byte> buffer);

    /// <summary>
    /// Writes all bytes at a position, growing the file where needed. They survive the end of this process, not a power
    /// failure.
    /// </summary>
    void WriteAt(long position, ReadOnlySpan<byte> bytes);

    /// <summary>Cuts the file off.</summary>
    void SetLength(long length);

    /// <summary>
    /// Makes content and length survive a power failure. After a failure nobody knows what is safe: it is never to be
    /// tried again.
    /// </summary>
    void Sync();
}
