using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Platform.Files;
using LoadHarness.Workloads.HashTable.Contending;
using LoadHarness.Workloads.HashTable.Dialects;
using LoadHarness.Workloads.HashTable.Durability;
using LoadHarness.Workloads.HashTable.Loading;
using LoadHarness.Workloads.HashTable.Searching;
using LoadHarness.Workloads.HashTable.Serving;
using LoadHarness.Workloads.HashTable.Storage;

namespace LoadHarness.Workloads.HashTable;

/// <summary>
/// The persistent hash table of the distributed systems course: JSON over a kept connection, in one of many dialects.
/// </summary>
/// <param name="dialects">The dialects there are.</param>
/// <param name="files">The file system that keeps a table, asked for when one is opened.</param>
public sealed class HashTableWorkload(IDialects dialects, Func<IFileSystem> files) : IWorkload
{
    internal const string WorkloadName = "hashtable";

    /// <summary>Keeps tables in the operating system's files.</summary>
    /// <param name="dialects">The dialects there are.</param>
    public HashTableWorkload(IDialects dialects) : this(dialects, () => SystemFiles.Instance)
    {
    }

    /// <inheritdoc/>
    public string Name => WorkloadName;

    /// <inheritdoc/>
    public string Summary =>
        "a persistent hash table: insert, lookup, scan, remove, size, query in JSON";

    /// <inheritdoc/>
    public int DefaultPort => 10475;

    /// <inheritdoc/>
    public ConnectionUse ConnectionUse => ConnectionUse.Persistent;

    /// <inheritdoc/>
    public IReadOnlyList<string> OperationTypes { get; } = ["insert", "lookup", "scan", "remove", "size", "query"];

    /// <inheritdoc/>
    public IReadOnlyList<string> Stages => StageNames.All;

    /// <inheritdoc/>
    public IReadOnlyList<string> UsualStages => StageNames.OfTheCourse;

    /// <inheritdoc/>
    public IReadOnlyList<string> StagesWithHistory => StageNames.WithHistory;

    /// <inheritdoc/>
    public IReadOnlyList<WorkloadOption> Options { get; } = HashTableOptions.All(dialects);

    /// <inheritdoc/>
    public IService CreateService(WorkloadSettings settings, IEventSink sink)
    {
        var limits = new ServingLimits
        {
            MaxLine = (int)settings.Integer(HashTableOptions.LineLimit) * 1024,
            Search = new SearchLimits(
                (int)settings.Integer(HashTableOptions.ScanLimit),
                TimeSpan.FromMilliseconds(settings.Integer(HashTableOptions.ScanTime))),
        };
        var dialect = DialectOf(settings);
        return new HashTableService(
            new TableOperations(OpenStore(settings, sink), dialect, limits, sink, TimeProvider.System));
    }

    /// <inheritdoc/>
    public IClientPopulation CreatePopulation(
        WorkloadSettings settings, string stage, PopulationShare share, long seed)
    {
        var (shape, dialect) = (LoadShape.From(settings, share), DialectOf(settings));
        return StageNames.Parse(stage) switch
        {
            Stage.Contended => new ContendedPopulation(
                shape, (int)settings.Integer(HashTableOptions.ContendedKeys), dialect, seed),
            var other => new HashTablePopulation(shape, dialect, other, ShareLedger.Of(settings, share), seed),
        };
    }

    private Dialect DialectOf(WorkloadSettings settings)
    {
        var problems = new List<string>();
        return dialects.Find(settings.Text(HashTableOptions.Dialect), problems)
            ?? throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(settings));
    }

    private TableStore OpenStore(WorkloadSettings settings, IEventSink sink)
    {
        var folder = settings.Text(HashTableOptions.Data);
        if (string.Equals(folder, HashTableOptions.NoData, StringComparison.Ordinal)) return TableStore.InMemory();
        var options = new DurabilityOptions
        {
            Folder = folder,
            Flush = settings.Text(HashTableOptions.Flush) switch
            {
                HashTableOptions.FlushEverySecond => FlushPolicy.EverySecond,
                HashTableOptions.FlushNever => FlushPolicy.Never,
                _ => FlushPolicy.Always,
            },
            CompactAfter = settings.Integer(HashTableOptions.CompactAfter),
            CompactGrowth_percent = settings.Integer(HashTableOptions.CompactGrowth),
        };
        return TableStore.Open(files(), options, sink);
    }
}
