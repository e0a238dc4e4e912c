using LoadHarness.Platform.Files.Faults;

namespace LoadHarness.Torture.Crashes;

/// <summary>The moments at which a server of the hash table can be ended, by what they are to a reader.</summary>
internal static class FaultPoints
{
    private const string Log = "table.txn";
    private const string NewLog = "table.txn.new";
    private const string NewCheckpoint = "table.ckpt.new";
    private const string AnyFolder = "*";

    /// <summary>Every operation, with the moments around it. Only writes have an inside that is half done.</summary>
    public static IReadOnlyList<(string Name, FaultPoint Point)> All { get; } =
    [
        .. Around("log append", FaultOperation.Write, Log),
        .. Around("log flush", FaultOperation.Sync, Log),
        .. Around("checkpoint write", FaultOperation.Write, NewCheckpoint),
        .. Around("checkpoint flush", FaultOperation.Sync, NewCheckpoint),
        .. Around("checkpoint rename", FaultOperation.Rename, NewCheckpoint),
        .. Around("directory flush", FaultOperation.SyncFolder, AnyFolder),
        .. Around("log removal: write of the short log", FaultOperation.Write, NewLog),
        .. Around("log removal: flush of the short log", FaultOperation.Sync, NewLog),
        .. Around("log removal: rename over the long log", FaultOperation.Rename, NewLog),
    ];

    private static IEnumerable<(string Name, FaultPoint Point)> Around(
        string name, FaultOperation operation, string file) =>
        Enum.GetValues<FaultMoment>().Select(moment => (
            $"{moment.ToString().ToLowerInvariant()} the {name}", new FaultPoint(moment, operation, file, 1)));
}
