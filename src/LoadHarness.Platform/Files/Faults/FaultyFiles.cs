using System.Diagnostics;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Platform.Files.Faults;

/// <summary>A file system that ends the process at a <see cref="FaultPoint"/>. Never in use unless asked for.</summary>
public sealed class FaultyFiles : IFileSystem
{
    private readonly IFileSystem _files;
    private readonly FaultTrigger _trigger;

    /// <summary>Puts the fault point before a file system.</summary>
    /// <param name="files">The file system.</param>
    /// <param name="point">When.</param>
    /// <param name="end">Ends the process; does not return.</param>
    internal FaultyFiles(IFileSystem files, FaultPoint point, Action end) =>
        (_files, _trigger) = (files, new FaultTrigger(point, end));

    /// <summary>
    /// The operating system's files, with the fault point that <see cref="FaultPoint.Variable"/> names if it is set.
    /// </summary>
    /// <exception cref="DurabilityException">It names none.</exception>
    public static IFileSystem OrSystemFiles()
    {
        if (Environment.GetEnvironmentVariable(FaultPoint.Variable) is not { Length: > 0 } text)
            return SystemFiles.Instance;
        var point = FaultPoint.TryParse(text)
            ?? throw new DurabilityException($"{FaultPoint.Variable}: '{text}' is not like after:sync:table.txn:1");
        return new FaultyFiles(SystemFiles.Instance, point, Process.GetCurrentProcess().Kill);
    }

    /// <inheritdoc/>
    public bool Exists(string path) => _files.Exists(path);

    /// <inheritdoc/>
    public void CreateFolder(string path) => _files.CreateFolder(path);

    /// <inheritdoc/>
    public IDurableFile Open(string path) => new FaultyFile(_files.Open(path), path, _trigger);

    /// <inheritdoc/>
    public IDurableFile Create(string path) => new FaultyFile(_files.Create(path), path, _trigger);

    /// <inheritdoc/>
    public void Rename(string from, string to) =>
        _trigger.Around(FaultOperation.Rename, from, () => _files.Rename(from, to));

    /// <inheritdoc/>
    public void SyncFolder(string path) =>
        _trigger.Around(FaultOperation.SyncFolder, path, () => _files.SyncFolder(path));

    /// <inheritdoc/>
    public IDisposable? TryLock(string path) => _files.TryLock(path);
}
