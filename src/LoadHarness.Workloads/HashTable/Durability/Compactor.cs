using System.Globalization;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Time;
using LoadHarness.Platform.Files;
using LoadHarness.Workloads.HashTable.Storage;

namespace LoadHarness.Workloads.HashTable.Durability;

/// <summary>
/// Keeps the log short: writes a checkpoint in the background when the log has grown, then drops what the checkpoint
/// holds.
/// </summary>
internal sealed class Compactor : IDisposable
{
    private readonly IFileSystem _files;
    private readonly DataPaths _paths;
    private readonly TransactionLog _log;
    private readonly DurabilityOptions _options;
    private readonly IEventSink _sink;
    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;

    internal Compactor(
        IFileSystem files, DataPaths paths, TransactionLog log, DurabilityOptions options, IEventSink sink)
    {
        _files = files;
        _paths = paths;
        _log = log;
        _options = options;
        _sink = sink;
    }

    /// <summary>To be called after every write, while no other write can happen.</summary>
    internal void AfterWrite(Table table)
    {
        var keep = Math.Max(_options.CompactAfter, table.Count * _options.CompactGrowth_percent / 100);
        if (_log.RecordCount <= keep || !_running.IsCompleted) return;
        var mark = _log.Mark();
        var snapshot = table.TakeSnapshot(mark.Sequence);
        _running = Task.Factory.StartNew(
            () => Run(snapshot, mark), CancellationToken.None, TaskCreationOptions.LongRunning, _options.Background);
    }

    /// <summary>Gives a running checkpoint up and waits until it has stopped.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        _running.Wait();
        _stopping.Dispose();
    }

    private void Run(TableSnapshot snapshot, LogMark mark)
    {
        var start_ns = MonotonicClock.Now_ns;
        try
        {
            using (snapshot) CheckpointFile.Write(_files, _paths, snapshot, _stopping.Token);
            _log.DropBefore(mark);
            var detail = string.Create(CultureInfo.InvariantCulture, $"{mark.Records} log records dropped");
            _sink.Occurred(
                new ServiceEvent("checkpoint", start_ns, MonotonicClock.Now_ns - start_ns, snapshot.Count, detail));
        }
        catch (OperationCanceledException)
        {
            // The server stops; the log still holds everything.
        }
        catch (Exception cause)
        {
            // Nobody waits for this task, so whatever it was must show at the next flush.
            _log.Fail(cause as DurabilityException
                ?? new DurabilityException($"the checkpoint failed: {cause.Message}", cause));
        }
    }
}
