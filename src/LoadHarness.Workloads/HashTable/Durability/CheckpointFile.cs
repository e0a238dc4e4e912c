using System.Buffers;
using System.Globalization;
using LoadHarness.Contracts.Serving;
using LoadHarness.Platform.Files;
using LoadHarness.Workloads.HashTable.Dialects;
using LoadHarness.Workloads.HashTable.Protocol;
using LoadHarness.Workloads.HashTable.Storage;

namespace LoadHarness.Workloads.HashTable.Durability;

/// <summary>The whole table as of one write: a header, then one line for each key, in order of insertion.</summary>
internal static class CheckpointFile
{
    private const int Piece = 256 * 1024;

    private static ReadOnlySpan<byte> Key => "{\"key\":"u8;

    private static ReadOnlySpan<byte> Value => ",\"value\":"u8;

    private static ReadOnlySpan<byte> End => "}"u8;

    /// <summary>Writes a checkpoint beside the old one and puts it in its place, durably.</summary>
    /// <param name="files">Where.</param>
    /// <param name="paths">Names.</param>
    /// <param name="snapshot">What.</param>
    /// <param name="cancellation">Gives up between two pieces; the old checkpoint stays.</param>
    internal static void Write(
        IFileSystem files, DataPaths paths, TableSnapshot snapshot, CancellationToken cancellation)
    {
        using (var file = files.Create(paths.NewCheckpoint))
        {
            var length = 0L;
            var piece = new ArrayBufferWriter<byte>(Piece);
            FileHeader.Write(piece, FileHeader.Checkpoint, snapshot.Sequence, snapshot.Count);
            foreach (var entry in snapshot.Candidates)
            {
                if (entry.At(snapshot.Sequence)?.Value is { } value) AddPair(piece, entry.Key, value);
                if (piece.WrittenCount >= Piece) WritePiece(file, piece, ref length, cancellation);
            }

            WritePiece(file, piece, ref length, cancellation);
            file.Sync();
        }

        files.Rename(paths.NewCheckpoint, paths.Checkpoint);
        files.SyncFolder(paths.Folder);
    }

    /// <summary>Fills an empty table.</summary>
    /// <returns>The last write in the checkpoint; 0 when there is none.</returns>
    /// <exception cref="DurabilityException">It is damaged: part of a table is no table.</exception>
    internal static long Load(IFileSystem files, DataPaths paths, Table table)
    {
        if (!files.Exists(paths.Checkpoint)) return 0;
        using var file = files.Open(paths.Checkpoint);
        var lines = new LineReader(file);
        var header = FileHeader.Read(lines, FileHeader.Checkpoint, 2, paths.Checkpoint);
        var (sequence, count) = (header[0], header[1]);
        var reader = new RequestReader(RequestMembers.Plain);
        while (lines.TryRead(out var line))
        {
            if (!CheckedLine.TryRead(line, out var text)) break;
            // The line names no method, which is a problem for a request only.
            reader.Read(text, out var pair, out _);
            if (pair.Key.IsEmpty || pair.Key[0] != (byte)'"' || pair.Value.IsEmpty) break;
            table.Set(pair.Key, pair.Value.ToArray(), sequence);
        }

        if (table.Count != count)
        {
            throw FileHeader.Refused(paths.Checkpoint, string.Create(
                CultureInfo.InvariantCulture,
                $"it is damaged after {table.Count} of its {count} keys; restore it from a copy"));
        }

        return sequence;
    }

    private static void AddPair(ArrayBufferWriter<byte> piece, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        var line = new CheckedLineBuilder(piece, Key.Length + key.Length + Value.Length + value.Length + End.Length, 0);
        line.Add(Key);
        line.Add(key);
        line.Add(Value);
        line.Add(value);
        line.Add(End);
        line.Seal();
    }

    private static void WritePiece(
        IDurableFile file, ArrayBufferWriter<byte> piece, ref long length, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        file.WriteAt(length, piece.WrittenSpan);
        length += piece.WrittenCount;
        piece.ResetWrittenCount();
    }
}
