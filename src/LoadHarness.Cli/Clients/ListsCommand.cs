using System.CommandLine;
using System.Net;
using LoadHarness.Clients.Lists;

namespace LoadHarness.Cli.Clients;

/// <summary><c>loadharness client lists</c>: downloads number lists and sorts them.</summary>
internal static class ListsCommand
{
    private const int DefaultPort = 12345;

    private static readonly Argument<IPEndPoint> Server = ServerAddress.Argument(DefaultPort);

    private static readonly Option<int> Count = NumberOption.Create("--count", "lists to download", 100, 1_000_000);

    private static readonly Option<int> Threads =
        NumberOption.Create("--threads", "lists to download at once", 4, 1000);

    private static readonly Option<string> Folder = OutputFolder.Create("unsorted_files and sorted_files");

    /// <summary>The command with its options.</summary>
    internal static Command Create()
    {
        var command = new Command("lists", "Download lists from a number-list server and sort them.")
        {
            Server, Count, Threads, Folder,
        };
        WorkFlags.AddTo(command);
        command.SetAction(parsed =>
            ClientFailures.Guard(parsed.InvocationConfiguration.Error, () => Run(parsed)));
        return command;
    }

    private static void Run(ParseResult parsed)
    {
        var folders = new ListFolders(parsed.GetRequiredValue(Folder));
        var (count, threads) = (parsed.GetValue(Count), parsed.GetValue(Threads));
        var download = new ListDownload(parsed.GetRequiredValue(Server), folders);
        var client = new ListsClient(download, folders, count, parsed.InvocationConfiguration.Output);
        WorkFlags.Run(
            parsed, "sorting", client.RunSequentially, runner => client.Compare(threads, runner),
            runner => client.RunOptimised(threads, runner));
    }
}
