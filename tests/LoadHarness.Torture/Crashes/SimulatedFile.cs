using LoadHarness.Platform.Files;

namespace LoadHarness.Torture.Crashes;

/// <summary>An open file of a <see cref="SimulatedDisk"/>.</summary>
internal sealed class SimulatedFile(SimulatedDisk disk, string path, SimulatedContent content, int life) : IDurableFile
{
    private bool _isClosed;
    private bool _isWritten;

    public long Length => content.Current.Length;

    public int ReadAt(long position, Span<byte> buffer)
    {
        Operate();
        var rest = content.Current.AsSpan((int)Math.Min(position, Length));
        var count = disk.ReadLength(Math.Min(rest.Length, buffer.Length));
        rest[..count].CopyTo(buffer);
        return count;
    }

    public void WriteAt(long position, ReadOnlySpan<byte> bytes)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        _isWritten = true;
        var room = disk.BeginWrite(path, life, bytes.Length);
        content.Write(position, bytes[..room]);
        disk.EndWrite(path, room == bytes.Length);
    }

    public void SetLength(long length)
    {
        Operate();
        content.SetLength(length);
    }

    public void Sync()
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        var name = $"{Path.GetFileName(path)}{(_isWritten ? string.Empty : " at start")}";
        disk.Sync(name, path, life, content.Sync, content.FailSync);
    }

    public void Dispose() => _isClosed = true;

    private void Operate()
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        disk.Operate(path, life);
    }
}
