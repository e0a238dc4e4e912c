namespace LoadHarness.Platform.Files;

/// <summary>The operating system's own files.</summary>
public sealed class SystemFiles : IFileSystem
{
    /// <summary>The one instance.</summary>
    public static SystemFiles Instance { get; } = new();

    private SystemFiles()
    {
    }

    /// <inheritdoc/>
    public bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    /// <inheritdoc/>
    public void CreateFolder(string path) =>
        FileFailure.Guard("make the folder", path, () => Directory.CreateDirectory(path));

    /// <inheritdoc/>
    public IDurableFile Open(string path) => new SystemFile(path, FileMode.Open);

    /// <inheritdoc/>
    public IDurableFile Create(string path) => new SystemFile(path, FileMode.Create);

    /// <inheritdoc/>
    public void Rename(string from, string to) =>
        FileFailure.Guard("rename", from, () => File.Move(from, to, overwrite: true));

    /// <inheritdoc/>
    /// <remarks>Windows has no such call and journals names itself: nothing is done there.</remarks>
    public void SyncFolder(string path)
    {
        if (!OperatingSystem.IsWindows()) FileFailure.Guard("sync the folder", path, () => PosixSync.Folder(path));
    }

    /// <inheritdoc/>
    public IDisposable? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException cause) when (FileFailure.IsHeldByAnother(cause))
        {
            return null;
        }
        catch (Exception cause) when (FileFailure.IsExpected(cause))
        {
            throw FileFailure.Of("lock", path, cause);
        }
    }
}
