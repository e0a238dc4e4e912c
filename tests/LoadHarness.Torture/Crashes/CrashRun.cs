using System.Text;
using LoadHarness.Contracts.Serving;
using LoadHarness.Workloads.HashTable.Durability;
using LoadHarness.Workloads.HashTable.Storage;

namespace LoadHarness.Torture.Crashes;

/// <summary>
/// One seed: a few lives of a server on one simulated disk, each ended by a power failure, by the end of the process or
/// in order, at any operation of the disk; in some lives a sync fails or the disk gets full. After each the table must
/// be what some number of writes had made, no fewer than were acknowledged.
/// </summary>
internal sealed class CrashRun
{
    private const int Lives = 4;
    private const int StepsPerLife = 24;
    private const int Keys = 6;

    private readonly Random _random;
    private readonly SimulatedDisk _disk;
    private readonly List<(string Key, string? Value)> _history = [];
    private ManualTaskScheduler _background = new();
    private TableStore? _store;
    private long _acknowledged;
    private bool _isInside;

    private CrashRun(int seed, string skippedSync)
    {
        _random = new Random(seed);
        _disk = new SimulatedDisk(seed) { SkippedSync = skippedSync, ReadsShort = seed % 2 == 0 };
    }

    /// <summary>Runs a seed on a disk that syncs as it should.</summary>
    /// <returns>What was lost, or null.</returns>
    public static string? Loss(int seed) => Loss(seed, string.Empty, new HashSet<string>(StringComparer.Ordinal));

    /// <summary>Runs a seed.</summary>
    /// <param name="seed">Everything follows from it.</param>
    /// <param name="skippedSync">A sync that the disk only pretends to make.</param>
    /// <param name="syncsSeen">Receives the names of the syncs made.</param>
    /// <returns>What was lost, or null.</returns>
    public static string? Loss(int seed, string skippedSync, ISet<string> syncsSeen)
    {
        var run = new CrashRun(seed, skippedSync);
        try
        {
            for (var life = 0; life < Lives; life++)
            {
                if (run.Live() is { } loss) return $"seed {seed}, life {life}: {loss}";
                run._disk.Restart(powerFailed: run._random.Next(2) == 0);
            }

            return run.Open() is { } last ? $"seed {seed}, at the end: {last}" : null;
        }
        finally
        {
            syncsSeen.UnionWith(run._disk.SyncsSeen);
        }
    }

    private string? Live()
    {
        if (_random.Next(4) > 0) _disk.CrashAfter(_random.Next(1, 60));
        MakeTrouble();
        try
        {
            if (Open() is { } loss) return loss;
            if (_store is null) return null;
            _disk.Before = Interfere;
            for (var step = 0; step < StepsPerLife; step++) Step();
            _disk.Before = null;
            if (_random.Next(2) == 0) Stop();
        }
        catch (SimulatedCrashException)
        {
            // The next life finds what is left.
        }
        catch (DurabilityException) when (_disk.HasRefused)
        {
            return Retried();
        }

        return null;
    }

    private void MakeTrouble()
    {
        var kind = _random.Next(6);
        if (kind == 0) _disk.FailSyncAfter(1 + _random.Next(12));
        if (kind == 1) _disk.FreeBytes = _random.Next(6000);
    }

    /// <summary>What was refused once is not tried again: no write is taken and nothing synced any more.</summary>
    private string? Retried()
    {
        var syncs = _disk.SyncCount;
        if (IsTaken(() => _store!.Insert("\"late\""u8, "1"u8))) return "a write was taken after a failure";
        if (IsTaken(_store!.Durable!.Flush)) return "a flush was made after a failure";
        return _disk.SyncCount == syncs ? null : "a sync was tried again after a failure";
    }

    private static bool IsTaken(Action write)
    {
        try
        {
            write();
            return true;
        }
        catch (DurabilityException)
        {
            return false;
        }
    }

    private string? Open()
    {
        _isInside = false;
        _background = new ManualTaskScheduler();
        _store = null;
        try
        {
            _store = TableStore.Open(_disk, Options(), SilentEventSink.Instance);
        }
        catch (DurabilityException refused)
        {
            return _disk.HasRefused ? null : $"refused to start: {refused.Message}";
        }

        var writes = _store.Sequence;
        if (writes < _acknowledged) return $"{_acknowledged} writes acknowledged, {writes} there";
        if (writes > _history.Count) return $"{_history.Count} writes made, {writes} there";
        _history.RemoveRange((int)writes, _history.Count - (int)writes);
        if (TableText.Of(_store) is var found && Expected() is var expected
            && !string.Equals(found, expected, StringComparison.Ordinal))
            return $"after {writes} writes: {found} instead of {expected}";

        // Whoever reads now sees all of it without waiting for a flush.
        _acknowledged = _store.Durable!.DurableUpTo;
        return _acknowledged == writes ? null : $"{writes} writes visible, {_acknowledged} durable";
    }

    private DurabilityOptions Options() => new()
    {
        Folder = Path.Combine(SimulatedDisk.Root, "data"),
        CompactAfter = 1 + _random.Next(8),
        WriteAhead_bytes = 16 << _random.Next(8),
        Background = _background,
    };

    private void Step()
    {
        switch (_random.Next(8))
        {
            case < 4: Write(); break;
            case < 7: Flush(); break;
            default: _background.RunAll(); break;
        }

        if (_disk.IsDown) throw new SimulatedCrashException();
    }

    /// <summary>
    /// While the checkpoint is on its way, handlers go on writing; while the log is replaced they can append only.
    /// </summary>
    private void Interfere(string path)
    {
        if (_isInside || !path.EndsWith(".new", StringComparison.Ordinal)) return;
        _isInside = true;
        if (_random.Next(3) == 0) Write();
        if (path.EndsWith("table.ckpt.new", StringComparison.Ordinal) && _random.Next(3) == 0) Flush();
        _isInside = false;
    }

    private void Write()
    {
        var key = $"\"key{_random.Next(Keys)}\"";
        if (_random.Next(3) == 0)
        {
            if (_store!.Remove(Encoding.ASCII.GetBytes(key)) is not null) _history.Add((key, null));
            return;
        }

        var value = $"\"{_history.Count}{new string('x', _random.Next(8) == 0 ? 300 : _random.Next(20))}\"";
        _store!.Insert(Encoding.ASCII.GetBytes(key), Encoding.ASCII.GetBytes(value));
        _history.Add((key, value));
    }

    private void Flush()
    {
        _store!.Durable!.Flush();
        _acknowledged = _store.Durable.DurableUpTo;
    }

    private void Stop()
    {
        try
        {
            _store!.Dispose();
        }
        catch (DurabilityException) when (_disk.HasRefused)
        {
            // It could not save the last writes, and has said so.
            return;
        }

        if (_disk.IsDown) throw new SimulatedCrashException();
        if (!_store.Durable!.Failed.IsCompleted) _acknowledged = _history.Count;
    }

    private string Expected()
    {
        var table = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in _history)
        {
            if (value is null) table.Remove(key);
            else table[key] = value;
        }

        return TableText.Of(table);
    }
}
