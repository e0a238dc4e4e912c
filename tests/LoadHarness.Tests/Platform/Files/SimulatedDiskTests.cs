using LoadHarness.Torture.Crashes;

namespace LoadHarness.Tests.Platform.Files;

public class SimulatedDiskTests
{
    private const int Seeds = 300;

    private static string A { get; } = Path.Combine(SimulatedDisk.Root, "a");

    private static string B { get; } = Path.Combine(SimulatedDisk.Root, "b");

    [Fact]
    public void What_was_synced_survives_every_power_failure()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var disk = new SimulatedDisk(seed);
            using (var file = disk.Create(A))
            {
                file.WriteAt(0, "safe"u8);
                file.Sync();
                disk.SyncFolder(SimulatedDisk.Root);
                file.WriteAt(4, "not safe"u8);
            }

            disk.Restart(powerFailed: true);
            disk.Content(A)!.Current.AsSpan(0, 4).SequenceEqual("safe"u8).ShouldBeTrue();
        }
    }

    [Fact]
    public void Unsynced_bytes_are_sometimes_kept_sometimes_lost_sometimes_torn()
    {
        var lengths = new HashSet<int>();
        for (var seed = 0; seed < Seeds; seed++)
        {
            var disk = new SimulatedDisk(seed);
            using (var file = disk.Create(A))
            {
                disk.SyncFolder(SimulatedDisk.Root);
                file.WriteAt(0, "12345678"u8);
            }

            disk.Restart(powerFailed: true);
            lengths.Add(disk.Content(A)!.Current.Length);
        }

        lengths.ShouldContain(0);
        lengths.ShouldContain(8);
        lengths.ShouldContain(length => length > 0 && length < 8);
    }

    [Fact]
    public void An_unsynced_rename_is_sometimes_undone()
    {
        var outcomes = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var disk = new SimulatedDisk(seed);
            disk.Create(A).Dispose();
            disk.SyncFolder(SimulatedDisk.Root);
            disk.Rename(A, B);
            disk.Restart(powerFailed: true);
            outcomes.Add($"{disk.Exists(A)} {disk.Exists(B)}");
        }

        outcomes.ShouldBe(["True False", "False True"], ignoreOrder: true);
    }

    [Fact]
    public void The_end_of_the_process_alone_loses_nothing()
    {
        var disk = new SimulatedDisk(1);
        using (var file = disk.Create(A)) file.WriteAt(0, "x"u8);
        disk.Restart(powerFailed: false);
        disk.Content(A)!.Current.Length.ShouldBe(1);
    }
}
