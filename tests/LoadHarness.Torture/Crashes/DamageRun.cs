using System.Text;
using LoadHarness.Contracts.Serving;
using LoadHarness.Workloads.HashTable.Durability;
using LoadHarness.Workloads.HashTable.Storage;

namespace LoadHarness.Torture.Crashes;

/// <summary>
/// One seed: a server writes log and checkpoint, is ended, and then up to three bits of one of the files flip. The next
/// start must refuse the file by name, or have what the first writes had made and say that it left out the others.
/// </summary>
internal sealed class DamageRun
{
    private const int Keys = 5;
    private const int MostFlips = 3;

    private static readonly string _folder = Path.Combine(SimulatedDisk.Root, "data");

    private readonly Random _random;
    private readonly SimulatedDisk _disk;
    private readonly List<string> _states = [""];
    private readonly SortedDictionary<string, string> _table = new(StringComparer.Ordinal);

    private DamageRun(int seed)
    {
        _random = new Random(seed);
        _disk = new SimulatedDisk(seed) { ReadsShort = true };
    }

    /// <summary>Runs a seed.</summary>
    /// <returns>What was wrong, or null.</returns>
    public static string? Fault(int seed) =>
        new DamageRun(seed).Fault() is { } fault ? $"seed {seed}: {fault}" : null;

    private string? Fault()
    {
        WriteFiles();
        _disk.Restart(powerFailed: false);
        var damaged = Flip();
        var sink = new Told();
        try
        {
            using var store = TableStore.Open(_disk, Options(new ManualTaskScheduler()), sink);
            var (found, writes) = (TableText.Of(store), (int)store.Sequence);
            if (writes >= _states.Count || !string.Equals(found, _states[writes], StringComparison.Ordinal))
                return $"after {writes} writes: {found}";
            return writes == _states.Count - 1 || sink.Lines > 0 ? null : "writes were left out in silence";
        }
        catch (DurabilityException refused)
        {
            return refused.Message.Contains(damaged, StringComparison.Ordinal) ? null
                : $"refused without the name of the file: {refused.Message}";
        }
    }

    private void WriteFiles()
    {
        var background = new ManualTaskScheduler();
        var store = TableStore.Open(_disk, Options(background), SilentEventSink.Instance);
        var writes = 5 + _random.Next(20);
        for (var i = 0; i < writes; i++)
        {
            var (key, value) = ($"\"key{_random.Next(Keys)}\"", $"\"{i}{new string('x', _random.Next(30))}\"");
            store.Insert(Encoding.ASCII.GetBytes(key), Encoding.ASCII.GetBytes(value));
            _table[key] = value;
            _states.Add(TableText.Of(_table));
            if (_random.Next(4) == 0) background.RunAll();
        }

        store.Durable!.Flush();
    }

    private string Flip()
    {
        string[] names = [Path.Combine(_folder, "table.txn"), Path.Combine(_folder, "table.ckpt")];
        var name = names[_random.Next(names.Length)];
        if (_disk.Content(name) is not { } content) content = _disk.Content(name = names[0])!;
        for (var flips = 1 + _random.Next(MostFlips); flips > 0; flips--)
            content.Rot(_random.Next(content.Current.Length), (byte)(1 << _random.Next(8)));
        return name;
    }

    private static DurabilityOptions Options(ManualTaskScheduler background) => new()
    {
        Folder = _folder,
        CompactAfter = 6,
        WriteAhead_bytes = 1024,
        Background = background,
    };

    private sealed class Told : IEventSink
    {
        public int Lines { get; private set; }

        public bool ShowsMessages => true;

        public bool ShowsTrace => false;

        public void Message(string line) => Lines++;

        public void Trace(string line)
        {
        }

        public void Occurred(ServiceEvent happened)
        {
        }
    }
}
