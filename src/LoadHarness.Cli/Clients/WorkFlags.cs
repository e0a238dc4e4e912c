using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using LoadHarness.Clients.Work;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Cli.Clients;

/// <summary>The flags of client programs that can do their work in worker processes.</summary>
internal static class WorkFlags
{
    private static readonly Option<int> Workers = new("--workers")
    {
        Description = "most worker processes, up to the number of cores",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        HelpName = "number",
        Validators = { CheckWorkers },
    };

    private static readonly Option<bool> AlwaysProcesses = new("--always-processes")
    {
        Description = "take worker processes even for work of less than 2 s, which gains nothing from them",
    };

    private static readonly Option<bool> Sequential = new("--sequential")
    {
        Description = "one thing after the other, in one thread",
    };

    private static readonly Option<bool> Compare = new("--compare")
    {
        Description = "run sequentially, then optimised; print both times and their ratio",
    };

    /// <summary>Adds them to a command.</summary>
    internal static void AddTo(Command command)
    {
        command.Add(Sequential);
        command.Add(Compare);
        command.Add(Workers);
        command.Add(AlwaysProcesses);
        command.Validators.Add(result =>
        {
            if (result.GetValue(Sequential) && result.GetValue(Compare))
                result.AddError("--sequential and --compare exclude each other");
        });
    }

    /// <summary>What was asked for.</summary>
    internal static WorkMode Mode(ParseResult parsed) =>
        parsed.GetValue(Compare) ? WorkMode.Compare
        : parsed.GetValue(Sequential) ? WorkMode.Sequential
        : WorkMode.Optimised;

    /// <summary>Makes what starts worker processes; it must live as long as they do.</summary>
    internal static ProcessLauncher Launcher() => new(Self());

    /// <summary>Makes what does the work as the flags say.</summary>
    internal static WorkRunner Runner(ParseResult parsed, ProcessLauncher launcher) => new(
        (job, count) => WorkerPool.Start(launcher, WorkerCommandLine.Of(Self(), job), count),
        parsed.GetValue(Workers),
        parsed.GetValue(AlwaysProcesses));

    private static IReadOnlyList<string> Self() => ProgramCommand.Of(typeof(WorkFlags).Assembly);

    private static void CheckWorkers(OptionResult result)
    {
        // A value that is no number at all has its own message.
        if (result.Tokens is [{ Value: var text }]
            && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count)
            && (count < 1 || count > Environment.ProcessorCount))
        {
            result.AddError(string.Create(CultureInfo.InvariantCulture,
                $"--workers {text}: expected 1 to {Environment.ProcessorCount}, the number of cores"));
        }
    }
}
