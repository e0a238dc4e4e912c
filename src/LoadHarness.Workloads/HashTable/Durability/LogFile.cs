using System.Buffers;
using LoadHarness.Platform.Files;

namespace LoadHarness.Workloads.HashTable.Durability;

/// <summary>
/// The open log, written at its end only. Behind its end lie zeros that were written ahead: a sync of bytes that take
/// the place of written ones has no new length or blocks to record, and takes about two thirds of the time.
/// </summary>
internal sealed class LogFile : IDisposable
{
    private const int Piece = 64 * 1024;
    private const int SmallestShareAhead = 256;

    private static readonly byte[] _zeros = new byte[Piece];

    private readonly IDurableFile _file;
    private readonly int _ahead;
    private long _fileLength;

    /// <summary>Takes an open log.</summary>
    /// <param name="file">All of it that lies behind the length is zeros.</param>
    /// <param name="length">Bytes of header and records.</param>
    /// <param name="ahead">Most bytes of zeros to write ahead, see
    /// <see cref="DurabilityOptions.WriteAhead_bytes"/>.</param>
    internal LogFile(IDurableFile file, long length, int ahead)
    {
        _file = file;
        _ahead = ahead;
        _fileLength = file.Length;
        Length = length;
    }

    /// <summary>Bytes of header and records; the zeros behind them do not count.</summary>
    public long Length { get; private set; }

    /// <summary>
    /// Makes a log and puts it in the place of the one that is there, durably. It is whole before it gets its name.
    /// </summary>
    /// <param name="files">Where.</param>
    /// <param name="paths">Names.</param>
    /// <param name="ahead">Most bytes of zeros to write ahead.</param>
    /// <param name="baseSequence">The last write before the new log.</param>
    internal static LogFile Create(IFileSystem files, DataPaths paths, int ahead, long baseSequence) =>
        Replace(files, paths, ahead, baseSequence, old: null, from: 0);

    /// <summary>Makes a log of this one's end in the same way, and closes this one.</summary>
    /// <param name="files">Where.</param>
    /// <param name="paths">Names.</param>
    /// <param name="baseSequence">The last write before the new log.</param>
    /// <param name="from">Where the end begins.</param>
    internal LogFile DropBefore(IFileSystem files, DataPaths paths, long baseSequence, long from) =>
        Replace(files, paths, _ahead, baseSequence, this, from);

    /// <summary>Bytes from a position to the last one that is not zero; 0 when only zeros follow, or nothing.</summary>
    internal static long UsedBytes(IDurableFile file, long from)
    {
        var piece = new byte[Piece];
        var used = 0L;
        var read = 0L;
        while (file.ReadAt(from + read, piece) is > 0 and var count)
        {
            var last = piece.AsSpan(0, count).LastIndexOfAnyExcept((byte)0);
            if (last >= 0) used = read + last + 1;
            read += count;
        }

        return used;
    }

    /// <summary>Copies some bytes of a file to a position of another.</summary>
    internal static void Copy(IDurableFile source, long from, long length, IDurableFile target, long to)
    {
        var piece = new byte[Piece];
        for (var copied = 0L; copied < length;)
        {
            var count = source.ReadAt(from + copied, piece.AsSpan(0, (int)Math.Min(Piece, length - copied)));
            if (count == 0) throw new EndOfStreamException("The log is shorter than what was written to it.");
            target.WriteAt(to + copied, piece.AsSpan(0, count));
            copied += count;
        }
    }

    /// <summary>Writes records at the end.</summary>
    internal void Append(ReadOnlySpan<byte> records)
    {
        _file.WriteAt(Length, records);
        Length += records.Length;
        if (Length > _fileLength) WriteAhead();
    }

    /// <summary>Makes all of it durable.</summary>
    internal void Sync() => _file.Sync();

    /// <summary>Takes the zeros away: a log that nobody writes is nothing but lines.</summary>
    internal void Trim()
    {
        if (_fileLength > Length) _file.SetLength(Length);
        _fileLength = Length;
    }

    public void Dispose() => _file.Dispose();

    private static LogFile Replace(
        IFileSystem files, DataPaths paths, int ahead, long baseSequence, LogFile? old, long from)
    {
        long length;
        using (var file = files.Create(paths.NewLog))
        {
            var header = new ArrayBufferWriter<byte>();
            FileHeader.Write(header, FileHeader.Log, baseSequence);
            file.WriteAt(0, header.WrittenSpan);
            length = header.WrittenCount;
            if (old is not null)
            {
                Copy(old._file, from, old.Length - from, file, length);
                length += old.Length - from;
            }

            file.Sync();
        }

        // Closed before it is replaced: some systems refuse to replace an open file.
        old?.Dispose();
        files.Rename(paths.NewLog, paths.Log);
        files.SyncFolder(paths.Folder);
        return new LogFile(files.Open(paths.Log), length, ahead);
    }

    /// <summary>As much again as there is, within limits: a log that is compacted often stays small.</summary>
    private void WriteAhead()
    {
        _fileLength = Length;
        var end = Length + Math.Clamp(Length, _ahead / SmallestShareAhead, _ahead);
        while (_fileLength < end)
        {
            var count = (int)Math.Min(Piece, end - _fileLength);
            _file.WriteAt(_fileLength, _zeros.AsSpan(0, count));
            _fileLength += count;
        }
    }
}
