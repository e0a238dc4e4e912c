using System.Globalization;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Time;
using LoadHarness.Platform.Files;
using LoadHarness.Workloads.HashTable.Storage;

namespace LoadHarness.Workloads.HashTable.Durability;

/// <summary>Opens a data folder: whatever a crash left there becomes a table and a log that can be continued.</summary>
internal sealed class DataFolder(IFileSystem files, DataPaths paths, int writeAhead_bytes, IEventSink sink)
{
    /// <summary>Takes the folder for this process, making it when it is not there.</summary>
    /// <returns>Released when disposed.</returns>
    internal IDisposable Lock()
    {
        if (!files.Exists(paths.Log)) EnsureFolder(paths.Folder);
        return files.TryLock(paths.LockFile)
            ?? throw new DurabilityException($"another server already uses the data folder {paths.Folder}");
    }

    /// <summary>Fills an empty table from checkpoint and log.</summary>
    /// <returns>The log; everything in it is durable.</returns>
    internal OpenedLog Open(Table table)
    {
        var start_ns = MonotonicClock.Now_ns;
        var checkpoint = CheckpointFile.Load(files, paths, table);
        if (!files.Exists(paths.Log)) return NewLog(checkpoint);

        var file = files.Open(paths.Log);
        try
        {
            var replay = LogReplay.Run(file, paths.Log, table, checkpoint);
            var opened = MakeSafe(file, replay, checkpoint);
            var detail = string.Create(CultureInfo.InvariantCulture, $"{table.Count} keys");
            sink.Occurred(
                new ServiceEvent("replay", start_ns, MonotonicClock.Now_ns - start_ns, replay.Applied, detail));
            return opened;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Nobody may read what was replayed before it is durable: the process may have died between a write or rename and
    /// its sync, and then the disk can still forget what this process has just seen. A sync of the old file would not
    /// do: if one has failed before, the system takes the pages that it could not write for written. So the valid
    /// records go into a file of their own. That leaves out what was damaged, too, and it cannot come back.
    /// </summary>
    private OpenedLog MakeSafe(IDurableFile file, LogReplay replay, long checkpoint)
    {
        var damaged_bytes = LogFile.UsedBytes(file, replay.ValidLength);
        if (damaged_bytes > 0) Report(file, replay, damaged_bytes);
        files.SyncFolder(paths.Folder);
        if (replay.LastSequence < checkpoint)
        {
            file.Dispose();
            return NewLog(checkpoint);
        }

        var log = new LogFile(file, replay.ValidLength, writeAhead_bytes)
            .DropBefore(files, paths, replay.BaseSequence, replay.HeaderLength);
        return new OpenedLog(log, replay.LastSequence, replay.LastSequence - replay.BaseSequence);
    }

    private OpenedLog NewLog(long checkpoint) =>
        OpenedLog.Empty(LogFile.Create(files, paths, writeAhead_bytes, checkpoint), checkpoint);

    private void Report(IDurableFile file, LogReplay replay, long damaged_bytes)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{paths.Log}: cut off {damaged_bytes} damaged bytes after write {replay.LastSequence}");
        if (replay.CutRecords > 0)
        {
            using var copy = files.Exists(paths.DamagedLog)
                ? files.Open(paths.DamagedLog)
                : files.Create(paths.DamagedLog);
            LogFile.Copy(file, replay.ValidLength, damaged_bytes, copy, copy.Length);
            copy.Sync();
            line = string.Create(
                CultureInfo.InvariantCulture,
                $"{line}; WARNING: {replay.CutRecords} whole records follow the damage and are NOT applied,"
                + $" kept in {paths.DamagedLog}");
        }

        sink.Message(line);
        sink.Occurred(new ServiceEvent("torn-tail", MonotonicClock.Now_ns, 0, replay.CutRecords, line));
    }

    /// <summary>Makes a folder for ever: its name is synced in its parent before anything is put into it.</summary>
    private void EnsureFolder(string folder)
    {
        if (Path.GetDirectoryName(folder) is not { } parent) return;
        if (!files.Exists(folder))
        {
            if (!files.Exists(parent)) EnsureFolder(parent);
            files.CreateFolder(folder);
        }

        files.SyncFolder(parent);
    }
}
