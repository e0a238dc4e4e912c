using System.CommandLine;
using LoadHarness.Cli.Calibrating;
using LoadHarness.Cli.Clients;
using LoadHarness.Cli.Discovery;
using LoadHarness.Cli.Experiments;
using LoadHarness.Cli.Registry;
using LoadHarness.Cli.Reporting;
using LoadHarness.Cli.Serving;

namespace LoadHarness.Cli;

/// <summary>All commands there are, in the order of the help.</summary>
internal static class CommandTree
{
    /// <summary>Makes them.</summary>
    public static RootCommand Create(ModelRegistry models, WorkloadRegistry workloads) =>
        new("Finds where a server's throughput levels out, proves it and explains it.")
        {
            RunCommand.Create(models, workloads),
            ReportCommand.Create(models, workloads),
            CompareCommand.Create(models, workloads),
            HistoryCommand.Create(models, workloads),
            ErrorRatesCommand.Create(),
            CheckCommand.Create(models, workloads),
            InitCommand.Create(models, workloads),
            ListCommand.Create(models, workloads),
            CalibrateCommand.Create(models, workloads),
            ServeCommand.Create(models, workloads),
            CatalogCommand.Create(),
            ClientCommand.Create(workloads),
            PrimesCommand.Create(),
        };
}
