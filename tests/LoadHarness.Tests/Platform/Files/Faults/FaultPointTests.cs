using LoadHarness.Platform.Files.Faults;
using LoadHarness.Torture.Crashes;

namespace LoadHarness.Tests.Platform.Files.Faults;

public class FaultPointTests
{
    private static string A { get; } = Path.Combine(SimulatedDisk.Root, "a");

    [Theory]
    [InlineData("after:rename:table.ckpt.new:3")]
    [InlineData("Inside:Write:*:1")]
    [InlineData("before:syncfolder:data:20")]
    public void What_is_written_is_read_again(string text)
    {
        var point = FaultPoint.TryParse(text).ShouldNotBeNull();
        point.ToString().ShouldBe(text, StringCompareShould.IgnoreCase);
        FaultPoint.TryParse(point.ToString()).ShouldBe(point);
    }

    [Theory]
    [InlineData("")]
    [InlineData("after")]
    [InlineData("after:rename:a")]
    [InlineData("after:rename::1")]
    [InlineData("after:rename:a:0")]
    [InlineData("after:rename:a:-1")]
    [InlineData("later:rename:a:1")]
    [InlineData("after:append:a:1")]
    [InlineData("after:rename:a:1:1")]
    public void Anything_else_is_no_fault_point(string text) => FaultPoint.TryParse(text).ShouldBeNull();

    [Theory]
    [InlineData("before:write:a:1", "")]
    [InlineData("inside:write:a:1", "on")]
    [InlineData("after:write:a:1", "once")]
    [InlineData("before:write:a:2", "once")]
    [InlineData("inside:write:a:2", "oncetw")]
    [InlineData("after:write:*:2", "oncetwice")]
    [InlineData("before:sync:a:1", "oncetwice")]
    [InlineData("after:write:b:1", "oncetwice more")]
    public void The_end_comes_at_its_moment_of_its_operation_on_its_file(string point, string left)
    {
        var disk = new SimulatedDisk(1);
        Should.NotThrow(() => WriteUntilEnded(new FaultyFiles(disk, FaultPoint.TryParse(point)!, End)));
        Text(disk).ShouldBe(left);
    }

    [Fact]
    public void Names_and_folders_have_fault_points_too()
    {
        var b = Path.Combine(SimulatedDisk.Root, "b");
        var disk = new SimulatedDisk(1);
        disk.Create(A).Dispose();
        Should.Throw<SimulatedCrashException>(() => At("before:rename:a:1").Rename(A, b));
        disk.Exists(b).ShouldBeFalse();
        Should.Throw<SimulatedCrashException>(() => At("after:rename:a:1").Rename(A, b));
        disk.Exists(b).ShouldBeTrue();
        var syncs = disk.SyncCount;
        Should.Throw<SimulatedCrashException>(() => At("before:syncfolder:*:1").SyncFolder(SimulatedDisk.Root));
        disk.SyncCount.ShouldBe(syncs);
        Should.Throw<SimulatedCrashException>(() => At("after:syncfolder:*:1").SyncFolder(SimulatedDisk.Root));
        disk.SyncCount.ShouldBe(syncs + 1);

        FaultyFiles At(string point) => new(disk, FaultPoint.TryParse(point)!, End);
    }

    private static void WriteUntilEnded(FaultyFiles files)
    {
        try
        {
            using var file = files.Create(A);
            file.WriteAt(0, "once"u8);
            file.WriteAt(4, "twice"u8);
            file.Sync();
            file.WriteAt(9, " more"u8);
        }
        catch (SimulatedCrashException)
        {
            // That is the end.
        }
    }

    private static string Text(SimulatedDisk disk) =>
        System.Text.Encoding.ASCII.GetString(disk.Content(A)!.Current);

    private static void End() => throw new SimulatedCrashException();
}
