using System.Globalization;
using LoadHarness.Platform.Files;
using LoadHarness.Workloads.HashTable.Storage;

namespace LoadHarness.Workloads.HashTable.Durability;

/// <summary>What a log holds, read from its beginning to its end or to the first damage.</summary>
/// <param name="BaseSequence">The last write before the log.</param>
/// <param name="LastSequence">The last write in it, or the base.</param>
/// <param name="HeaderLength">Bytes before the first record.</param>
/// <param name="ValidLength">Bytes before the end or the damage.</param>
/// <param name="Applied">Records that were newer than the checkpoint.</param>
/// <param name="CutRecords">Whole records after the damage.</param>
internal readonly record struct LogReplay(
    long BaseSequence, long LastSequence, long HeaderLength, long ValidLength, long Applied, long CutRecords)
{
    /// <summary>Does again every write of the log that the table has not seen.</summary>
    /// <param name="file">The log.</param>
    /// <param name="path">Its name, for messages.</param>
    /// <param name="table">The table as the checkpoint left it.</param>
    /// <param name="checkpoint">The last write in the checkpoint.</param>
    internal static LogReplay Run(IDurableFile file, string path, Table table, long checkpoint)
    {
        var lines = new LineReader(file);
        var first = FileHeader.Read(lines, FileHeader.Log, 1, path)[0];
        if (first > checkpoint)
        {
            throw FileHeader.Refused(path, string.Create(
                CultureInfo.InvariantCulture,
                $"it begins after write {first}, but the checkpoint ends with write {checkpoint}; restore table.ckpt"));
        }

        var records = new LogRecord();
        var last = first;
        var applied = 0L;
        var (header, valid) = (lines.Position, lines.Position);
        while (lines.TryRead(out var line))
        {
            if (!LogRecord.TryRead(line, out var sequence, out var request) || sequence != last + 1) break;
            if (sequence > checkpoint)
            {
                if (!records.TryApply(request, sequence, table)) break;
                applied++;
            }

            last = sequence;
            valid = lines.Position;
        }

        return new LogReplay(first, last, header, valid, applied, CountRecords(lines));
    }

    private static long CountRecords(LineReader lines)
    {
        var count = 0L;
        while (lines.TryRead(out var line))
        {
            if (LogRecord.TryRead(line, out _, out _)) count++;
        }

        return count;
    }
}
