using System.Net;
using System.Text.RegularExpressions;
using LoadHarness.Cli;
using LoadHarness.EndToEnd.Tests.Peers;
using LoadHarness.EndToEnd.Tests.Serving;

namespace LoadHarness.EndToEnd.Tests.Clients.Frames;

public sealed partial class FramesClientTests
{
    private const string OpenAll = """
        import sys
        from PIL import Image

        folder, count = sys.argv[1], int(sys.argv[2])
        gif = Image.open(f"{folder}/frames.gif")
        assert (gif.format, gif.size, gif.info["loop"]) == ("GIF", (10, 10), 0), gif
        assert gif.n_frames == count, gif.n_frames
        for i in range(count):
            path = f"{folder}/frames/{i}.png"
            Image.open(path).verify()
            frame = Image.open(path)
            assert (frame.format, frame.mode, frame.size) == ("PNG", "RGB", (10, 10)), path
            gif.seek(i)
            assert gif.info["duration"] == 500, i
            assert gif.convert("RGB").tobytes() == frame.tobytes(), i
        """;

    [PillowFact]
    public void Five_thousand_frames_become_one_GIF_that_shows_them_all_as_the_seed_asks()
    {
        using var folder = new TemporaryFolder();
        using var server = ServeProcess.Start("image", "--model", "threaded", "--port", "0", "--quiet");
        var lines = FramesRun.Lines(server.Endpoint.ToString(), folder.Path);
        lines.Length.ShouldBe(2);
        lines[0].ShouldMatch(@"^Frames download time: \d+\.\d+$");
        lines[1].ShouldMatch(@"^GIF creation time: \d+\.\d+$");
        Directory.GetFiles(Path.Combine(folder.Path, "frames")).Length.ShouldBe(5000);
        Pillow.Judge(OpenAll, folder.Path, "5000");
    }

    [Fact]
    public void The_comparison_prints_both_times_of_both_stages_and_their_ratio()
    {
        using var folder = new TemporaryFolder();
        using var server = ServeProcess.Start("image", "--model", "threaded", "--port", "0", "--quiet");
        var lines = FramesRun.Lines(server.Endpoint.ToString(), folder.Path, "--count", "300", "--compare");
        lines.Count(line => Comparison().IsMatch(line)).ShouldBe(2, string.Join('\n', lines));
        lines[^1].ShouldStartWith("outputs: identical");
    }

    [Fact]
    public void Worker_processes_make_the_same_GIF_as_one_thread_and_say_what_their_start_cost()
    {
        using var folder = new TemporaryFolder();
        using var server = ServeProcess.Start("image", "--model", "threaded", "--port", "0", "--quiet");
        var lines = FramesRun.Lines(
            server.Endpoint.ToString(), folder.Path, "--count", "450", "--compare", "--always-processes");
        lines.ShouldContain(line => line.Contains("worker processes", StringComparison.Ordinal));
        lines[^1].ShouldStartWith("outputs: identical");
        Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName)
            .ShouldBe(["frames", "frames.gif"], ignoreOrder: true);
    }

    [Fact]
    public void Without_a_server_there_is_one_line_that_names_it()
    {
        using var folder = new TemporaryFolder();
        var nobody = new IPEndPoint(IPAddress.Loopback, 1);
        var run = FramesRun.Of(nobody.ToString(), folder.Path, "--count", "3");
        run.ExitCode.ShouldBe(ExitCode.ServerFailed);
        run.Output.ShouldBeEmpty();
        run.Errors.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain(nobody.ToString());
    }

    [GeneratedRegex(
        @"^(download|GIF) +\d+\.\d{3} +\d+\.\d{3} +\d+\.\d{3} +\d+\.\d\d  ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comparison();
}
