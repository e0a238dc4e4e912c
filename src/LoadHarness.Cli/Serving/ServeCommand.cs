using System.CommandLine;
using LoadHarness.Cli.Registry;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Cli.Serving;

/// <summary><c>loadharness serve WORKLOAD</c>: runs a server until it is asked to stop.</summary>
public static class ServeCommand
{
    /// <summary>Makes the command, with a subcommand for every workload.</summary>
    public static Command Create(ModelRegistry models, WorkloadRegistry workloads)
    {
        var command = new Command("serve", "Run a server in this process until Ctrl-C.");
        foreach (var workload in workloads.All) command.Subcommands.Add(For(workload, models));
        return command;
    }

    private static Command For(IWorkload workload, ModelRegistry models)
    {
        var command = new Command(workload.Name, workload.Summary);
        var common = new ServeFlags(models, workload);
        var own = new WorkloadFlags(workload, OptionSide.Server);
        common.AddTo(command);
        own.AddTo(command);
        command.SetAction(parsed => (int)Run(parsed, workload, common, own));
        return command;
    }

    private static ExitCode Run(ParseResult parsed, IWorkload workload, ServeFlags common, WorkloadFlags own)
    {
        var output = parsed.InvocationConfiguration;
        var problems = new List<string>();
        var settings = own.Read(parsed, problems);
        var request = common.Read(parsed, problems);
        if (problems.Count > 0)
        {
            foreach (var problem in problems) output.Error.WriteLine($"--{problem}");
            return ExitCode.UsageError;
        }

        using var process = new ServerProcess(request, output.Output);
        if (process.Run(workload, settings) is not { } failure) return ExitCode.Success;
        output.Error.WriteLine(failure.Line);
        return failure.Code;
    }
}
