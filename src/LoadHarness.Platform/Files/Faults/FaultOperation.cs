namespace LoadHarness.Platform.Files.Faults;

/// <summary>What is done to a file or folder.</summary>
public enum FaultOperation
{
    /// <summary><see cref="IDurableFile.WriteAt"/>.</summary>
    Write = 0,

    /// <summary><see cref="IDurableFile.Sync"/>.</summary>
    Sync = 1,

    /// <summary><see cref="IFileSystem.Rename"/>, by the name before it.</summary>
    Rename = 2,

    /// <summary><see cref="IFileSystem.SyncFolder"/>, by the folder's name.</summary>
    SyncFolder = 3,
}
