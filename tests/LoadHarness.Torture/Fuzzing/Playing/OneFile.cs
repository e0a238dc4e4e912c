using LoadHarness.Contracts.Serving;
using LoadHarness.Platform.Files;

namespace LoadHarness.Torture.Fuzzing.Playing;

/// <summary>A file system with one file, whatever it is called.</summary>
internal sealed class OneFile(byte[] content) : IFileSystem
{
    /// <inheritdoc/>
    public bool Exists(string path) => true;

    /// <inheritdoc/>
    public IDurableFile Open(string path) => new MemoryFile(content);

    /// <inheritdoc/>
    public IDurableFile Create(string path) => throw ReadOnly();

    /// <inheritdoc/>
    public void CreateFolder(string path) => throw ReadOnly();

    /// <inheritdoc/>
    public void Rename(string from, string to) => throw ReadOnly();

    /// <inheritdoc/>
    public void SyncFolder(string path) => throw ReadOnly();

    /// <inheritdoc/>
    public IDisposable? TryLock(string path) => throw ReadOnly();

    private static DurabilityException ReadOnly() => new("the disk is read only");
}
