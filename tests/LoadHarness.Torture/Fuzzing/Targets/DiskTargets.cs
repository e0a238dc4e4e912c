using System.Buffers;
using System.Globalization;
using LoadHarness.Contracts.Serving;
using LoadHarness.Torture.Fuzzing.Playing;
using LoadHarness.Workloads.HashTable.Durability;
using LoadHarness.Workloads.HashTable.Searching;
using LoadHarness.Workloads.HashTable.Storage;

namespace LoadHarness.Torture.Fuzzing.Targets;

/// <summary>
/// The files of the durable hash table. Promise: refused in one line, or read into a table that works.
/// </summary>
internal static class DiskTargets
{
    private const string File = "table";
    private const int MostSequence = 3;

    private static readonly byte[][] _words = Promise.Bytes(
        " {\"method\":\"insert\",\"key\":\"a\",\"value\":1}", " {\"method\":\"remove\",\"key\":\"a\"}", "\n", " ",
        "\"key\":", "\"value\":", "{\"key\":\"b\",\"value\":2}", "loadharness-table-log 1 0",
        "loadharness-table-checkpoint 1 2 2", "loadharness-table-log 2 0", "00000000 ", "\"\"", "null");

    /// <summary>Log and checkpoint.</summary>
    public static IEnumerable<FuzzTarget> All()
    {
        yield return new ReadTarget("file/log", Promise.RefusesBy<DurabilityException>(Replay))
        {
            Seeds = [Log(), Log()[..^20]],
            Words = _words,
            Mend = MendLines,
        };
        yield return new ReadTarget("file/checkpoint", Promise.RefusesBy<DurabilityException>(Load))
        {
            Seeds = [Checkpoint()],
            Words = _words,
            Mend = MendLines,
        };
    }

    /// <summary>Puts the checksum of every line right.</summary>
    private static byte[] MendLines(byte[] input)
    {
        var mended = (byte[])input.Clone();
        foreach (var range in new ReadOnlySpan<byte>(input).Split((byte)'\n'))
        {
            var line = mended.AsSpan(range);
            if (line.Length < CheckedLine.PrefixLength) continue;
            Crc32C.Of(line[CheckedLine.PrefixLength..]).TryFormat(line, out _, "x8", CultureInfo.InvariantCulture);
            line[CheckedLine.PrefixLength - 1] = (byte)' ';
        }

        return mended;
    }

    private static string Replay(byte[] input)
    {
        var table = new Table();
        using var file = new MemoryFile(input);
        var replay = LogReplay.Run(file, File, table, MostSequence);
        Promise.Holds(replay.ValidLength <= input.Length, "no more is valid than there is");
        Promise.Holds(
            LogReplay.Run(file, File, table, MostSequence) == replay, "the same log replayed again gives the same");
        using var valid = new MemoryFile(input[..(int)replay.ValidLength]);
        var again = LogReplay.Run(valid, File, new Table(), MostSequence);
        Promise.Holds(again == replay with { CutRecords = 0 }, "what is kept of a log is all valid");
        Search(table, replay.LastSequence);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(replay.Applied > 0 ? "some" : "none")} {(replay.CutRecords > 0 ? "cut" : "")}");
    }

    private static string Load(byte[] input)
    {
        var table = new Table();
        var sequence = CheckpointFile.Load(new OneFile(input), new DataPaths("."), table);
        Search(table, sequence);
        return table.Count > 2 ? "many" : table.Count > 0 ? "some" : "none";
    }

    /// <summary>Searches take keys and values apart again.</summary>
    private static void Search(Table table, long sequence)
    {
        using var snapshot = table.TakeSnapshot(sequence);
        var pattern = new PatternMatcher(new PatternCache(isWhole: false), "\"a\""u8.ToArray());
        if (!pattern.TryPrepare(out var problem)) throw new InvalidOperationException(problem);
        var member = new MemberMatcher("\"x\""u8.ToArray(), "1"u8.ToArray());
        foreach (var entry in snapshot.Candidates)
        {
            if (entry.At(sequence) is not { Value: { } value }) continue;
            pattern.Matches(entry.Key, value);
            member.Matches(entry.Key, value);
        }
    }

    private static byte[] Log()
    {
        var log = new ArrayBufferWriter<byte>();
        FileHeader.Write(log, FileHeader.Log, 2);
        LogRecord.WriteInsert(log, 3, "\"a\""u8, "1"u8);
        LogRecord.WriteInsert(log, 4, "\"b\""u8, "{\"x\":1,\"y\":[]}"u8);
        LogRecord.WriteRemove(log, 5, "\"a\""u8);
        LogRecord.WriteRemove(log, 6, "\"\\u00e4\""u8);
        return log.WrittenSpan.ToArray();
    }

    private static byte[] Checkpoint()
    {
        var file = new ArrayBufferWriter<byte>();
        FileHeader.Write(file, FileHeader.Checkpoint, 7, 2);
        foreach (var text in Promise.Bytes("{\"key\":\"a\",\"value\":{\"x\":1}}", "{\"key\":\"\\u00e4\",\"value\":[]}"))
        {
            var line = new CheckedLineBuilder(file, text.Length, 0);
            line.Add(text);
            line.Seal();
        }

        return file.WrittenSpan.ToArray();
    }
}
