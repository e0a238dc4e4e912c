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

    /// <summary>Does a job in the way that was asked for.</summary>
    /// <param name="parsed">The flags.</param>
    /// <param name="stage">What the workers do, in one word.</param>
    /// <param name="sequential">The plain way.</param>
    /// <param name="compare">Both ways.</param>
    /// <param name="optimised">The optimised way.</param>
    internal static void Run(
        ParseResult parsed,
        string stage,
        Action sequential,
        Action<WorkRunner> compare,
        Func<WorkRunner, WorkReport> optimised)
    {
        using var launcher = new ProcessLauncher(Self());
        var runner = new WorkRunner(
            (job, count) => WorkerPool.Start(launcher, WorkerCommandLine.Of(Self(), job), count),
            parsed.GetValue(Workers),
            parsed.GetValue(AlwaysProcesses));
        if (parsed.GetValue(Compare)) compare(runner);
        else if (parsed.GetValue(Sequential)) sequential();
        else Tell(parsed.InvocationConfiguration.Error, stage, optimised(runner));
    }

    /// <summary>Says how work was done, beside the times that the seeds want alone on the standard output.</summary>
    private static void Tell(TextWriter error, string stage, WorkReport report) =>
        error.WriteLine(report.StartUp_s > 0
            ? FormattableString.Invariant($"{stage} by {report.Manner}, {report.StartUp_s:0.000} s of it their start")
            : $"{stage} by {report.Manner}");

    private static IReadOnlyList<string> Self() => ProgramCommand.Of(typeof(WorkFlags).Assembly);
}
