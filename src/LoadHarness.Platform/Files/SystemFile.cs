using Microsoft.Win32.SafeHandles;

namespace LoadHarness.Platform.Files;

/// <summary>
/// An open file of the operating system. <see cref="Sync"/> is fdatasync on Linux, the system's full flush elsewhere.
/// </summary>
internal sealed class SystemFile : IDurableFile
{
    private readonly string _path;
    private readonly SafeFileHandle _handle;

    internal SystemFile(string path, FileMode mode)
    {
        _path = path;
        try
        {
            _handle = File.OpenHandle(path, mode, FileAccess.ReadWrite, FileShare.Read);
        }
        catch (Exception cause) when (FileFailure.IsExpected(cause))
        {
            throw FileFailure.Of("open", path, cause);
        }
    }

    public long Length => RandomAccess.GetLength(_handle);

    public int ReadAt(long position, Span<byte> buffer)
    {
        try
        {
            var total = 0;
            while (total < buffer.Length)
            {
                var count = RandomAccess.Read(_handle, buffer[total..], position + total);
                if (count == 0) break;
                total += count;
            }

            return total;
        }
        catch (Exception cause) when (FileFailure.IsExpected(cause))
        {
            throw FileFailure.Of("read", _path, cause);
        }
    }

    public void WriteAt(long position, ReadOnlySpan<byte> bytes)
    {
        try
        {
            RandomAccess.Write(_handle, bytes, position);
        }
        catch (Exception cause) when (FileFailure.IsExpected(cause))
        {
            throw FileFailure.Of("write", _path, cause);
        }
    }

    public void SetLength(long length) =>
        FileFailure.Guard("cut off", _path, () => RandomAccess.SetLength(_handle, length));

    public void Sync()
    {
        try
        {
            if (OperatingSystem.IsLinux()) PosixSync.Data(_handle);
            else RandomAccess.FlushToDisk(_handle);
        }
        catch (Exception cause) when (FileFailure.IsExpected(cause))
        {
            throw FileFailure.Of("sync", _path, cause);
        }
    }

    public void Dispose() => _handle.Dispose();
}
