using System.Text;
using LoadHarness.Torture.Crashes;
using LoadHarness.Workloads.HashTable.Durability;
using LoadHarness.Workloads.HashTable.Storage;

namespace LoadHarness.Tests.Workloads.HashTable.Durability;

/// <summary>A store on a simulated disk, with shorthands.</summary>
internal sealed class TestServer
{
    public static string Folder { get; } = Path.Combine(SimulatedDisk.Root, "data");

    public static string Log { get; } = Path.Combine(Folder, "table.txn");

    public static string Checkpoint { get; } = Path.Combine(Folder, "table.ckpt");

    public static string Damaged { get; } = Path.Combine(Folder, "table.txn.damaged");

    public SimulatedDisk Disk { get; init; } = new(1);

    public RecordingSink Sink { get; } = new();

    public ManualTaskScheduler Background { get; } = new();

    public ManualTimer Time { get; } = new();

    public FlushPolicy Policy { get; init; } = FlushPolicy.Always;

    public long CompactAfter { get; init; } = 1000;

    public long CompactGrowth_percent { get; init; }

    public int WriteAhead_bytes { get; init; } = 1024;

    public TableStore Store { get; private set; } = null!;

    public TestServer Start()
    {
        Store = TableStore.Open(
            Disk,
            new DurabilityOptions
            {
                Folder = Folder,
                Flush = Policy,
                CompactAfter = CompactAfter,
                CompactGrowth_percent = CompactGrowth_percent,
                WriteAhead_bytes = WriteAhead_bytes,
                Background = Background,
                Time = Time,
            },
            Sink);
        return this;
    }

    /// <summary>Ends the process or the machine and starts again.</summary>
    public TestServer Restart(bool powerFailed = true)
    {
        Disk.Restart(powerFailed);
        return Start();
    }

    public TestServer Insert(string key, string value = "1")
    {
        Store.Insert(Encoding.ASCII.GetBytes($"\"{key}\""), Encoding.ASCII.GetBytes(value));
        return this;
    }

    public TestServer Insert(int count)
    {
        for (var i = 0; i < count; i++) Insert($"k{i}", $"{i}");
        return this;
    }

    public bool Remove(string key) => Store.Remove(Encoding.ASCII.GetBytes($"\"{key}\"")) is not null;

    public TestServer Flush()
    {
        Store.Durable!.Flush();
        return this;
    }

    public string? Lookup(string key) =>
        Store.Find(Encoding.ASCII.GetBytes($"\"{key}\""))?.Value is { } value ? Encoding.ASCII.GetString(value) : null;

    /// <summary>A file without the zeros at its end.</summary>
    public string Text(string path) => Encoding.ASCII.GetString(Disk.Content(path)!.Current).TrimEnd('\0');
}
