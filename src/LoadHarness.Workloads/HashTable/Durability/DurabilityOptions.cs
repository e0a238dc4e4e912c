namespace LoadHarness.Workloads.HashTable.Durability;

/// <summary>How the table is kept on disk.</summary>
internal sealed record DurabilityOptions
{
    /// <summary>Folder of log and checkpoint.</summary>
    public required string Folder { get; init; }

    /// <summary>When the log is synced.</summary>
    public FlushPolicy Flush { get; init; } = FlushPolicy.Always;

    /// <summary>The log is compacted when it has more records than this…</summary>
    public long CompactAfter { get; init; } = 100;

    /// <summary>
    /// …and more than this share of the table's keys, percent; 0 leaves only <see cref="CompactAfter"/>.
    /// </summary>
    public long CompactGrowth_percent { get; init; }

    /// <summary>
    /// Zeros written behind the end of the log before they are needed, bytes: as many as the log is long, at least the
    /// 256th part of this and at most this.
    /// </summary>
    public int WriteAhead_bytes { get; init; } = 1024 * 1024;

    /// <summary>Source of the second of <see cref="FlushPolicy.EverySecond"/>.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where checkpoints run.</summary>
    public TaskScheduler Background { get; init; } = TaskScheduler.Default;
}
