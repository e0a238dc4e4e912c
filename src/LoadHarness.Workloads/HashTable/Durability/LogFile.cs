using System.Buffers;
using LoadHarness.Platform.Files;

namespace LoadHarness.Workloads.HashTable.Durability;

/// <summary>The open log, written at its end only.</summary>
internal sealed class LogFile : IDisposable
{
    private const int Piece = 64 * 1024;

    private readonly IDurableFile _file;

    internal LogFile(IDurableFile file, long length)
    {
        _file = file;
        Length = length;
    }

    /// <summary>Bytes in it.</summary>
    public long Length { get; private set; }

    /// <summary>
    /// Makes a log and puts it in the place of the one that is there, durably. It is whole before it gets its name.
    /// </summary>
    /// <param name="files">Where.</param>
    /// <param name="paths">Names.</param>
    /// <param name="baseSequence">The last write before the new log.</param>
    /// <param name="old">The log whose end the new one takes over; closed here. Null for an empty log.</param>
    /// <param name="from">Where that end begins.</param>
    internal static LogFile Create(
        IFileSystem files, DataPaths paths, long baseSequence, LogFile? old = null, long from = 0)
    {
        long length;
        using (var file = files.Create(paths.NewLog))
        {
            var header = new ArrayBufferWriter<byte>();
            FileHeader.Write(header, FileHeader.Log, baseSequence);
            file.WriteAt(0, header.WrittenSpan);
            length = header.WrittenCount;
            if (old is not null) length += Copy(old._file, from, file, length);
            file.Sync();
        }

        // Closed before it is replaced: some systems refuse to replace an open file.
        old?.Dispose();
        files.Rename(paths.NewLog, paths.Log);
        files.SyncFolder(paths.Folder);
        return new LogFile(files.Open(paths.Log), length);
    }

    /// <summary>Copies from a position to the end; returns the bytes copied.</summary>
    internal static long Copy(IDurableFile source, long from, IDurableFile target, long to)
    {
        var piece = new byte[Piece];
        var copied = 0L;
        while (source.ReadAt(from + copied, piece) is > 0 and var count)
        {
            target.WriteAt(to + copied, piece.AsSpan(0, count));
            copied += count;
        }

        return copied;
    }

    /// <summary>Writes records at the end.</summary>
    internal void Append(ReadOnlySpan<byte> records)
    {
        _file.WriteAt(Length, records);
        Length += records.Length;
    }

    /// <summary>Makes all of it durable.</summary>
    internal void Sync() => _file.Sync();

    public void Dispose() => _file.Dispose();
}
