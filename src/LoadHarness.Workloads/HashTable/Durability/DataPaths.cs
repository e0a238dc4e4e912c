namespace LoadHarness.Workloads.HashTable.Durability;

/// <summary>Names of the files in a data folder.</summary>
internal sealed class DataPaths(string folder)
{
    /// <summary>The folder.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>Writes since the checkpoint.</summary>
    public string Log => Path.Combine(Folder, "table.txn");

    /// <summary>A log being made; worthless until it is renamed.</summary>
    public string NewLog => Path.Combine(Folder, "table.txn.new");

    /// <summary>What was cut off from a damaged log although whole records follow in it.</summary>
    public string DamagedLog => Path.Combine(Folder, "table.txn.damaged");

    /// <summary>The table as of some write.</summary>
    public string Checkpoint => Path.Combine(Folder, "table.ckpt");

    /// <summary>A checkpoint being made; worthless until it is renamed.</summary>
    public string NewCheckpoint => Path.Combine(Folder, "table.ckpt.new");

    /// <summary>Held by the server that uses the folder.</summary>
    public string LockFile => Path.Combine(Folder, "table.lock");
}
