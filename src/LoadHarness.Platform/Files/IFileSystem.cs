using LoadHarness.Contracts.Serving;

namespace LoadHarness.Platform.Files;

/// <summary>
/// What a log and its checkpoints need of a file system, and no more: the seam behind which tests put a disk that
/// forgets.
/// Nothing is safe from a power failure before it is synced: bytes by <see cref="IDurableFile.Sync"/>,
/// names (created, renamed) by <see cref="SyncFolder"/> of the folder that holds them.
/// Every member throws <see cref="DurabilityException"/> with one line that names the path and the cause.
/// </summary>
public interface IFileSystem
{
    /// <summary>True when a file or folder of this name is there.</summary>
    bool Exists(string path);

    /// <summary>Makes one folder; its parent exists.</summary>
    void CreateFolder(string path);

    /// <summary>Opens an existing file for reading and writing.</summary>
    IDurableFile Open(string path);

    /// <summary>Makes an empty file, emptying one that is there.</summary>
    IDurableFile Create(string path);

    /// <summary>Gives a file a new name in the same folder, replacing what bears that name, in one step.</summary>
    void Rename(string from, string to);

    /// <summary>Makes the names in a folder durable.</summary>
    void SyncFolder(string path);

    /// <summary>Takes a lock that ends with this process at the latest, through a lock file that stays.</summary>
    /// <param name="path">The lock file.</param>
    /// <returns>Releases the lock when disposed; null when another holder has it.</returns>
    IDisposable? TryLock(string path);
}
