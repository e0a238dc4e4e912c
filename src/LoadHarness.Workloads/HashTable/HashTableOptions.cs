using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.HashTable.Dialects;

namespace LoadHarness.Workloads.HashTable;

/// <summary>Everything that can be set about the hash table.</summary>
internal static class HashTableOptions
{
    internal const string Data = "data";
    internal const string Flush = "flush";
    internal const string CompactAfter = "compact-after";
    internal const string CompactGrowth = "compact-growth";
    internal const string ScanTime = "scan-time";
    internal const string ScanLimit = "scan-limit";
    internal const string LineLimit = "line-limit";
    internal const string Keys = "keys";
    internal const string ValueSize = "value-size";
    internal const string Pool = "pool";
    internal const string PrepareBatch = "prepare-batch";
    internal const string ScanResult = "scan-result";
    internal const string ScanPatterns = "scan-patterns";
    internal const string ContendedKeys = "contended-keys";

    internal const string Dialect = "dialect";

    /// <summary>What <see cref="Data"/> says for a table in memory only.</summary>
    internal const string NoData = "none";

    internal const string FlushAlways = "always";
    internal const string FlushEverySecond = "every-second";
    internal const string FlushNever = "never";

    /// <summary>In the order of help texts.</summary>
    /// <param name="dialects">Those that <see cref="Dialect"/> can name.</param>
    internal static IReadOnlyList<WorkloadOption> All(IDialects dialects) =>
    [
        new(Data, OptionKind.Text, ".", "folder of table.txn and table.ckpt; 'none' keeps the table in memory only",
            OptionSide.Server),
        new(Flush, OptionKind.Choice, FlushAlways,
            "when the log is synced to the disk: before every reply, once a second, or when the system likes",
            OptionSide.Server, Choices: [FlushAlways, FlushEverySecond, FlushNever]),
        new(CompactAfter, OptionKind.Integer, "100", "log records after which a checkpoint is written",
            OptionSide.Server, 1, 1_000_000_000),
        new(CompactGrowth, OptionKind.Integer, "0",
            "the checkpoint also waits until the log has this share of the table's keys, percent; 0 = it does not",
            OptionSide.Server, 0, 100_000),
        new(ScanTime, OptionKind.Integer, "2000", "most computing time of one scan or query, ms", OptionSide.Server, 1,
            3_600_000),
        new(ScanLimit, OptionKind.Integer, "10000", "most pairs one scan or query returns", OptionSide.Server, 0,
            100_000_000),
        new(Dialect, OptionKind.Text, "newline",
            "how requests and replies are written: a name of docs/dialects.md, or a file", OptionSide.Both,
            Check: text => Problems(dialects, text)),
        new(LineLimit, OptionKind.Integer, "16384", "longest request, KiB", OptionSide.Server, 1, 65_536),
        new(Keys, OptionKind.Integer, "10000", "keys that every level starts from", OptionSide.Client, 2000,
            100_000_000),
        new(ValueSize, OptionKind.Integer, "64", "size of a value's JSON text, bytes", OptionSide.Client, 40,
            1_000_000),
        new(Pool, OptionKind.Integer, "6000",
            "keys that one generator thread can insert or remove before they are prepared again",
            OptionSide.Client, 1, 100_000_000),
        new(PrepareBatch, OptionKind.Integer, "100",
            "requests that preparation sends together; 1 for servers that cannot take a request before the last is "
                + "answered",
            OptionSide.Client, 1, 10_000),
        new(ScanResult, OptionKind.Choice, "10", "pairs one scan returns", OptionSide.Client,
            Choices: ["1", "10", "100", "1000"]),
        new(ScanPatterns, OptionKind.Integer, "50",
            "different patterns that scans draw from; our servers keep 64 and make others anew", OptionSide.Client, 1,
            10_000_000),
        new(ContendedKeys, OptionKind.Integer, "8", "keys that all clients of the stage contended share",
            OptionSide.Client, 1, 64),
    ];

    private static List<string> Problems(IDialects dialects, string text)
    {
        var problems = new List<string>();
        dialects.Find(text, problems);
        return problems;
    }
}
