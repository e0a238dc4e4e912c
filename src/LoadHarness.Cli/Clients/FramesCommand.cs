using System.CommandLine;
using System.Net;
using LoadHarness.Clients.Frames;

namespace LoadHarness.Cli.Clients;

/// <summary><c>loadharness client frames</c>: downloads images and makes an animated GIF of them.</summary>
internal static class FramesCommand
{
    private const int DefaultPort = 1234;

    private static readonly Argument<IPEndPoint> Server = ServerAddress.Argument(DefaultPort);

    private static readonly Option<int> Count = NumberOption.Create("--count", "frames to download", 5000, 1_000_000);

    private static readonly Option<int> Threads =
        NumberOption.Create("--threads", "frames to download at once", 4, 1000);

    private static readonly Option<int> Delay =
        NumberOption.Create("--delay", "how long a frame is shown, in 1/100 s", 50, 65535);

    private static readonly Option<string> Gif = new("--gif")
    {
        Description = "file of the GIF, in the folder unless it is a full path",
        DefaultValueFactory = _ => "frames.gif",
        HelpName = "file",
    };

    private static readonly Option<string> Folder = OutputFolder.Create("frames and the GIF");

    /// <summary>The command with its options.</summary>
    internal static Command Create()
    {
        var command = new Command("frames", "Download images from an image server and make an animated GIF of them.")
        {
            Server, Count, Threads, Delay, Gif, Folder,
        };
        WorkFlags.AddTo(command);
        command.SetAction(parsed =>
            ClientFailures.Guard(parsed.InvocationConfiguration.Error, () => Run(parsed)));
        return command;
    }

    private static void Run(ParseResult parsed)
    {
        var client = Client(parsed, parsed.GetRequiredValue(Folder), parsed.InvocationConfiguration.Output);
        var threads = parsed.GetValue(Threads);
        WorkFlags.Run(
            parsed, "GIF", () => client.RunSequentially(), runner => client.Compare(threads, runner),
            runner => client.RunOptimised(threads, runner));
    }

    private static FramesClient Client(ParseResult parsed, string root, TextWriter output)
    {
        var count = parsed.GetValue(Count);
        return new FramesClient(
            new FrameDownload(parsed.GetRequiredValue(Server)),
            root,
            count,
            new GifAssembly(root, count, parsed.GetValue(Delay)),
            Path.Combine(root, parsed.GetRequiredValue(Gif)),
            output);
    }
}
