using LoadHarness.Contracts.Serving;
using LoadHarness.Platform.Files;

namespace LoadHarness.Torture.Crashes;

/// <summary>
/// A disk that forgets. What was not synced is kept in any part and any order when the power fails: bytes torn
/// anywhere, names
/// created or renamed without a sync of their folder undone in any subset. It also fails on request, and counts its
/// operations
/// so that a test can end the machine or the process at each of them. Everything follows from the seed.
/// </summary>
internal sealed class SimulatedDisk : IFileSystem
{
    private readonly Random _random;
    private readonly HashSet<string> _locks = new(StringComparer.Ordinal);
    private readonly List<NameChange> _unsynced = [];
    private Dictionary<string, SimulatedContent?> _safe = new(StringComparer.Ordinal);
    private Dictionary<string, SimulatedContent?> _current = new(StringComparer.Ordinal);
    private string? _justRenamed;
    private int _life;
    private long _operationsLeft = long.MaxValue;
    private int _syncsUntilFailure;

    public SimulatedDisk(int seed)
    {
        _random = new Random(seed);
        _safe[Root] = null;
        _current[Root] = null;
    }

    /// <summary>The folder that is always there.</summary>
    public static string Root { get; } = Path.GetFullPath("/simulated");

    /// <summary>A sync that does nothing, by the name it has in <see cref="SyncsSeen"/>.</summary>
    public string SkippedSync { get; init; } = string.Empty;

    /// <summary>Every place in the program that syncs, as told by what is synced and when.</summary>
    public HashSet<string> SyncsSeen { get; } = new(StringComparer.Ordinal);

    /// <summary>Bytes that can still be written.</summary>
    public long FreeBytes { get; set; } = long.MaxValue;

    /// <summary>A sync that fails, by name.</summary>
    public string FailingSync { get; set; } = string.Empty;

    /// <summary>True when nothing may be written, made or renamed.</summary>
    public bool IsReadOnly { get; set; }

    /// <summary>True when a read now and then gives fewer bytes than there are.</summary>
    public bool ReadsShort { get; init; }

    /// <summary>True when something was refused since the last <see cref="Restart"/>: a full disk, a failed
    /// sync.</summary>
    public bool HasRefused { get; private set; }

    /// <summary>Called before each operation with the path: the place to do something else at that moment.</summary>
    public Action<string>? Before { get; set; }

    /// <summary>True from a crash to the next <see cref="Restart"/>.</summary>
    public bool IsDown { get; private set; }

    /// <summary>Syncs that were carried out.</summary>
    public int SyncCount { get; private set; }

    /// <summary>The bytes of a file; null when there is none.</summary>
    public SimulatedContent? Content(string path) => _current.GetValueOrDefault(path);

    /// <summary>Crashes at an operation, 1 being the next.</summary>
    public void CrashAfter(long operations) => _operationsLeft = operations;

    /// <summary>One sync fails, 1 being the next; those after it succeed, and save nothing of what it was to
    /// save.</summary>
    public void FailSyncAfter(int syncs) => _syncsUntilFailure = syncs;

    /// <summary>
    /// Starts again. After a power failure unsynced changes are lost in part; after the end of the process only nothing
    /// is.
    /// </summary>
    public void Restart(bool powerFailed)
    {
        if (powerFailed) LosePower();
        _life++;
        _locks.Clear();
        _operationsLeft = long.MaxValue;
        _syncsUntilFailure = 0;
        FreeBytes = long.MaxValue;
        HasRefused = false;
        IsDown = false;
        Before = null;
    }

    public bool Exists(string path)
    {
        Operate(path, _life);
        return _current.ContainsKey(path);
    }

    public void CreateFolder(string path)
    {
        Operate(path, _life);
        CheckWritable("make the folder", path);
        Rename(new NameChange(path, null, null));
    }

    public IDurableFile Open(string path)
    {
        Operate(path, _life);
        var content = _current.GetValueOrDefault(path)
            ?? throw new DurabilityException($"cannot open {path}: no such file or folder");
        CheckWritable("open", path);
        return new SimulatedFile(this, path, content, _life);
    }

    public IDurableFile Create(string path)
    {
        Operate(path, _life);
        CheckWritable("open", path);
        if (_current.GetValueOrDefault(path) is { } old) old.SetLength(0);
        else Rename(new NameChange(path, null, new SimulatedContent()));
        return new SimulatedFile(this, path, _current[path]!, _life);
    }

    public void Rename(string from, string to)
    {
        Operate(from, _life);
        CheckWritable("rename", from);
        Rename(new NameChange(to, from, _current[from]));
        _justRenamed = Path.GetFileName(to);
    }

    public void SyncFolder(string path)
    {
        var why = string.Equals(path, Root, StringComparison.Ordinal) ? "parent" : _justRenamed ?? "at start";
        // A file system whose folders cannot be written stops altogether: what was not synced stays unsynced.
        Sync($"folder {why}", path, _life, () => SyncNames(path), () => { });
    }

    public IDisposable? TryLock(string path)
    {
        Operate(path, _life);
        CheckWritable("lock", path);
        return _locks.Add(path) ? new Released(() => _locks.Remove(path)) : null;
    }

    /// <summary>Every operation begins here.</summary>
    internal void Operate(string path, int life)
    {
        if (IsDown || life != _life) throw new SimulatedCrashException();
        _justRenamed = null;
        Before?.Invoke(path);
        if (IsDown) throw new SimulatedCrashException();
        if (--_operationsLeft <= 0) Crash();
    }

    /// <summary>Tells how many bytes can be written.</summary>
    internal int BeginWrite(string path, int life, int length)
    {
        if (IsDown || life != _life) throw new SimulatedCrashException();
        Before?.Invoke(path);
        var room = (int)Math.Min(length, FreeBytes);
        FreeBytes -= room;
        return room;
    }

    /// <summary>A crash comes after the bytes were handed over: they are kept, torn or lost.</summary>
    internal void EndWrite(string path, bool isWhole)
    {
        if (--_operationsLeft <= 0) Crash();
        if (!isWhole) throw Refuse($"cannot write {path}: the disk is full");
    }

    /// <summary>Bytes that one read gives, of those there are.</summary>
    internal int ReadLength(int most) => ReadsShort && most > 1 ? _random.Next(1, most + 1) : most;

    internal void Sync(string name, string path, int life, Action sync, Action fail)
    {
        Operate(path, life);
        SyncsSeen.Add(name);
        if (string.Equals(name, FailingSync, StringComparison.Ordinal) || --_syncsUntilFailure == 0)
        {
            fail();
            throw Refuse($"cannot sync {path}: input/output error");
        }

        if (string.Equals(name, SkippedSync, StringComparison.Ordinal)) return;
        sync();
        SyncCount++;
    }

    private void CheckWritable(string action, string path)
    {
        if (IsReadOnly) throw Refuse($"cannot {action} {path}: permission denied");
    }

    private DurabilityException Refuse(string message)
    {
        HasRefused = true;
        return new DurabilityException(message);
    }

    private void Crash()
    {
        IsDown = true;
        throw new SimulatedCrashException();
    }

    private void Rename(NameChange change)
    {
        Apply(_current, change);
        _unsynced.Add(change);
    }

    private void SyncNames(string folder)
    {
        var synced = _unsynced.Where(change => string.Equals(change.Folder, folder, StringComparison.Ordinal)).ToList();
        foreach (var change in synced)
        {
            Apply(_safe, change);
            _unsynced.Remove(change);
        }
    }

    private void LosePower()
    {
        var all = _random.Next(3);
        foreach (var change in _unsynced)
        {
            if ((all < 2 ? all : _random.Next(2)) == 1) Apply(_safe, change);
        }

        var contents = _safe.Values.Concat(_current.Values).OfType<SimulatedContent>().Distinct();
        foreach (var content in contents) content.LosePower(_random);
        _safe = _safe.Where(entry => HasFolder(entry.Key)).ToDictionary(StringComparer.Ordinal);
        _current = new Dictionary<string, SimulatedContent?>(_safe, StringComparer.Ordinal);
        _unsynced.Clear();
    }

    private bool HasFolder(string path) =>
        string.Equals(path, Root, StringComparison.Ordinal)
        || (Path.GetDirectoryName(path) is { } folder && _safe.ContainsKey(folder) && HasFolder(folder));

    private static void Apply(Dictionary<string, SimulatedContent?> names, NameChange change)
    {
        if (change.From is not null) names.Remove(change.From);
        names[change.Path] = change.Content;
    }

    private sealed record NameChange(string Path, string? From, SimulatedContent? Content)
    {
        public string Folder { get; } = System.IO.Path.GetDirectoryName(Path)!;
    }

    private sealed class Released(Action release) : IDisposable
    {
        public void Dispose() => release();
    }
}
