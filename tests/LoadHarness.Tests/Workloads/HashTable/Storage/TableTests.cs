using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Workloads.HashTable.Storage;

namespace LoadHarness.Tests.Workloads.HashTable.Storage;

public class TableTests
{
    /// <summary>
    /// Random writes with snapshots taken, kept and released in between; each snapshot must stay what it was.
    /// </summary>
    [Fact]
    public void A_snapshot_never_changes() =>
        Prop.ForAll(Gen.Choose(0, 99).ListOf(400).ToArbitrary(), steps =>
        {
            var table = new Table();
            var taken = new List<(TableSnapshot Snapshot, string Content)>();
            var sequence = 0L;
            foreach (var step in steps)
            {
                var key = Encoding.ASCII.GetBytes($"{step % 9}");
                if (step < 50) table.Set(key, Encoding.ASCII.GetBytes($"{sequence}"), ++sequence);
                else if (step < 80) table.Remove(key, ++sequence);
                else if (step < 90 || taken.Count == 0) Take(table, sequence, taken);
                else Release(taken, step % taken.Count);
                if (!taken.All(IsUnchanged)) return false;
            }

            return taken.All(one => one.Snapshot.Count == one.Content.Count(c => c == ' '));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Overwriting_keeps_no_more_versions_than_there_are_snapshots()
    {
        var table = new Table();
        var snapshots = new List<TableSnapshot>();
        for (var sequence = 1; sequence <= 1000; sequence++)
        {
            table.Set("k"u8, "v"u8.ToArray(), sequence);
            if (sequence % 300 == 0) snapshots.Add(table.TakeSnapshot(sequence));
        }

        Versions(table).ShouldBe(4);
        foreach (var snapshot in snapshots) snapshot.Dispose();
        table.Set("k"u8, "v"u8.ToArray(), 1001);
        Versions(table).ShouldBe(1);
    }

    [Fact]
    public void Snapshots_that_overlap_without_end_keep_no_more_versions_than_there_are_of_them()
    {
        const int Living = 3;
        var table = new Table();
        var snapshots = new Queue<TableSnapshot>();
        for (var sequence = 1; sequence <= 1000; sequence++)
        {
            table.Set("k"u8, Encoding.ASCII.GetBytes($"{sequence}"), sequence);
            snapshots.Enqueue(table.TakeSnapshot(sequence));
            if (snapshots.Count > Living) snapshots.Dequeue().Dispose();
            foreach (var snapshot in snapshots) Content(snapshot).ShouldBe($"k={snapshot.Sequence} ");
        }

        Versions(table).ShouldBeLessThanOrEqualTo(Living + 1);
    }

    [Fact]
    public void Keys_that_come_and_go_take_no_room_for_ever()
    {
        var table = new Table();
        for (var sequence = 1; sequence <= 10_000; sequence += 2)
        {
            var key = Encoding.ASCII.GetBytes($"{sequence}");
            table.Set(key, "v"u8.ToArray(), sequence);
            table.Remove(key, sequence + 1).ShouldNotBeNull();
        }

        table.Count.ShouldBe(0);
        using var snapshot = table.TakeSnapshot(10_000);
        snapshot.Candidates.Length.ShouldBeLessThan(100);
    }

    [Fact]
    public async Task A_snapshot_can_be_read_on_another_thread_while_writes_go_on()
    {
        const int Keys = 1000;
        var table = new Table();
        for (var i = 0; i < Keys; i++) table.Set(Key(i), "0"u8.ToArray(), i + 1);
        var sequence = (long)Keys;
        for (var round = 0; round < 50; round++)
        {
            using var snapshot = table.TakeSnapshot(sequence);
            var wanted = Content(snapshot);
            var reading = Task.Run(() => Content(snapshot));
            for (var i = 0; i < Keys; i++) table.Set(Key(i), Encoding.ASCII.GetBytes($"{round}"), ++sequence);
            for (var i = 0; i < Keys; i += 3) table.Remove(Key(i), ++sequence);
            for (var i = 0; i < Keys; i += 3) table.Set(Key(i), "9"u8.ToArray(), ++sequence);
            (await reading).ShouldBe(wanted);
        }
    }

    private static byte[] Key(int i) => Encoding.ASCII.GetBytes($"k{i}");

    private static void Take(Table table, long sequence, List<(TableSnapshot Snapshot, string Content)> taken)
    {
        var snapshot = table.TakeSnapshot(sequence);
        taken.Add((snapshot, Content(snapshot)));
    }

    private static void Release(List<(TableSnapshot Snapshot, string Content)> taken, int index)
    {
        taken[index].Snapshot.Dispose();
        taken.RemoveAt(index);
    }

    private static bool IsUnchanged((TableSnapshot Snapshot, string Content) one) =>
        string.Equals(Content(one.Snapshot), one.Content, StringComparison.Ordinal);

    private static string Content(TableSnapshot snapshot)
    {
        var text = new StringBuilder();
        foreach (var entry in snapshot.Candidates)
        {
            if (entry.At(snapshot.Sequence)?.Value is { } value)
                text.Append(Encoding.ASCII.GetString(entry.Key)).Append('=').Append(Encoding.ASCII.GetString(value))
                    .Append(' ');
        }

        return text.ToString();
    }

    private static int Versions(Table table)
    {
        var count = 0;
        for (var version = table.Find("k"u8); version is not null; version = version.Previous) count++;
        return count;
    }
}
