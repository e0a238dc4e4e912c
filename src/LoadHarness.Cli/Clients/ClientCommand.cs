using System.CommandLine;
using LoadHarness.Cli.Registry;

namespace LoadHarness.Cli.Clients;

/// <summary><c>loadharness client</c>: the client programs of the course, one subcommand each.</summary>
internal static class ClientCommand
{
    /// <summary>The command with its subcommands.</summary>
    internal static Command Create(WorkloadRegistry workloads) => new(
        "client", "Run one of the course's client programs against a server.")
    {
        ListsCommand.Create(),
        MeanClientCommand.Create(),
        FramesCommand.Create(),
        TestPerfCommand.Create(workloads),
    };
}
