using LoadHarness.Clients.Frames;
using LoadHarness.Clients.Work;
using LoadHarness.Tests.Clients.Frames.Gif;
using LoadHarness.Workloads.Image.Png;

namespace LoadHarness.Tests.Clients.Frames;

public sealed class GifAssemblyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(250)]
    public void The_GIF_shows_every_frame_in_its_order(int count)
    {
        using var files = FrameFiles.Of(count);
        new GifAssembly(files.Root, count, delay_cs: 7).Make(files.Gif, WorkRunner.InTurn);
        var (width, height, frames) = GifReading.File(File.ReadAllBytes(files.Gif));
        (width, height).ShouldBe((10, 10));
        frames.ShouldAllBe(frame => frame.Delay_cs == 7);
        frames.Count.ShouldBe(count);
        var decoder = new PngDecoder();
        for (var i = 0; i < count; i++)
            frames[i].Pixels.ShouldBe(decoder.Decode(File.ReadAllBytes(files.Folder.Frame(i))).Pixels);
    }

    [Fact]
    public void The_GIF_is_the_same_however_the_parts_are_done_and_no_part_is_left()
    {
        using var files = FrameFiles.Of(350);
        var assembly = new GifAssembly(files.Root, 350, delay_cs: 50);
        assembly.Make(files.Gif, WorkRunner.InTurn);
        var expected = File.ReadAllBytes(files.Gif);
        assembly.Make(files.Gif, Backwards);
        File.ReadAllBytes(files.Gif).ShouldBe(expected);
        Directory.GetFileSystemEntries(files.Root).Length.ShouldBe(2);
    }

    [Fact]
    public void The_picture_is_as_large_as_the_largest_frame()
    {
        using var files = new FrameFiles((10, 10), (30, 5), (4, 20));
        new GifAssembly(files.Root, 3, delay_cs: 50).Make(files.Gif, WorkRunner.InTurn);
        var (width, height, frames) = GifReading.File(File.ReadAllBytes(files.Gif));
        (width, height).ShouldBe((30, 20));
        frames.Select(frame => (frame.Width, frame.Height)).ShouldBe([(10, 10), (30, 5), (4, 20)]);
    }

    [Fact]
    public void A_damaged_frame_is_named_and_no_part_is_left()
    {
        using var files = FrameFiles.Of(3);
        var damaged = files.Folder.Frame(1);
        File.WriteAllBytes(damaged, File.ReadAllBytes(damaged)[..^1]);
        Should.Throw<WorkException>(
            () => new GifAssembly(files.Root, 3, delay_cs: 50).Make(files.Gif, WorkRunner.InTurn))
            .Message.ShouldBe($"{damaged}: the end of the PNG is missing");
        Directory.GetFileSystemEntries(files.Root).ShouldHaveSingleItem();
    }

    /// <summary>Does the last part first, as a slow worker may bring it about.</summary>
    private static WorkReport Backwards(IJob job, IReadOnlyList<byte[]> tasks) =>
        new([.. tasks.Reverse().Select(job.Do).Reverse()], 1, 0, "backwards");
}
