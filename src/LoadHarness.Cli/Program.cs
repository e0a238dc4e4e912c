using System.CommandLine;
using System.CommandLine.Invocation;
using LoadHarness.Cli;
using LoadHarness.Cli.Calibrating;
using LoadHarness.Cli.Clients;
using LoadHarness.Cli.Discovery;
using LoadHarness.Cli.Experiments;
using LoadHarness.Cli.Processes;
using LoadHarness.Cli.Registry;
using LoadHarness.Cli.Reporting;
using LoadHarness.Cli.Serving;
using LoadHarness.Clients.Work;
using LoadHarness.Platform.Processes;

if (args is [ExecRequest.Verb, .. var rest]) return ExecCommand.Run(rest, Console.Error);
if (args is [WorkerCommandLine.Verb, .. var task]) return WorkerCommand.Run(task, Console.Error);
var (models, workloads) = (ModelRegistry.Default, WorkloadRegistry.Default);
var root = new RootCommand("Finds where a server's throughput levels out, proves it and explains it.")
{
    RunCommand.Create(models, workloads),
    ReportCommand.Create(models, workloads),
    CompareCommand.Create(models, workloads),
    HistoryCommand.Create(models, workloads),
    ErrorRatesCommand.Create(),
    CheckCommand.Create(models, workloads),
    InitCommand.Create(),
    ListCommand.Create(models, workloads),
    CalibrateCommand.Create(models, workloads),
    ServeCommand.Create(models, workloads),
    CatalogCommand.Create(),
    ClientCommand.Create(workloads),
    PrimesCommand.Create(),
};

var parsed = root.Parse(args);
return parsed.Action is ParseErrorAction ? (int)UsageErrors.Print(parsed, Console.Error) : parsed.Invoke();
