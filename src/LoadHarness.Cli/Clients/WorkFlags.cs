using System.CommandLine;
using LoadHarness.Clients.Work;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Cli.Clients;

/// <summary>The flags of client programs that can do their work in worker processes.</summary>
internal static class WorkFlags
{
    private static readonly Option<int> Workers = NumberOption.Create(
        "--workers",
        "most worker processes, up to the number of cores",
        Environment.ProcessorCount,
        Environment.ProcessorCount);

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

    /// <summary>Says how work was done, beside the times that the seeds want alone on the standard output.</summary>
    internal static void Tell(TextWriter error, string stage, WorkReport report) =>
        error.WriteLine(report.StartUp_s > 0
            ? FormattableString.Invariant($"{stage} by {report.Manner}, {report.StartUp_s:0.000} s of it their start")
            : $"{stage} by {report.Manner}");

    private static IReadOnlyList<string> Self() => ProgramCommand.Of(typeof(WorkFlags).Assembly);
}
