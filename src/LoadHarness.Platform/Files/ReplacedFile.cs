using Microsoft.Win32.SafeHandles;

namespace LoadHarness.Platform.Files;

/// <summary>
/// A file written from its beginning to its end; what a file of that name held before is replaced. It is not emptied
/// first, as <see cref="FileMode.Create"/> does even with a new one: ext4 sends a file that was emptied and written to
/// the disk when it is closed. Not thread-safe.
/// </summary>
public sealed class ReplacedFile : IDisposable
{
    private readonly SafeFileHandle _handle;

    /// <summary>Opens or makes it.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public ReplacedFile(string path) => _handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write);

    /// <summary>Bytes written so far.</summary>
    public long Length { get; private set; }

    /// <summary>Writes the next bytes.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        RandomAccess.Write(_handle, bytes, Length);
        Length += bytes.Length;
    }

    /// <summary>Cuts off what is left of the earlier content, and closes.</summary>
    public void Dispose()
    {
        if (_handle.IsClosed) return;
        using (_handle)
        {
            if (RandomAccess.GetLength(_handle) > Length) RandomAccess.SetLength(_handle, Length);
        }
    }
}
