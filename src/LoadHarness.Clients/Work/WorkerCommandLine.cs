using LoadHarness.Platform.Processes;

namespace LoadHarness.Clients.Work;

/// <summary>
/// The hidden command <c>worker JOB --pipes IN,OUT</c>: how a program starts itself once more as a worker.
/// </summary>
public static class WorkerCommandLine
{
    /// <summary>Name of the command.</summary>
    public const string Verb = "worker";

    internal const string Pipes = "--pipes";

    /// <summary>What starts a worker for a job; the launcher adds the pipes.</summary>
    /// <param name="self">How this program is started.</param>
    /// <param name="job">The job.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> self, IJob job) => [.. self, Verb, job.Name];

    /// <summary>In the worker: does what the arguments after the verb say, until the pipe closes.</summary>
    /// <param name="arguments">Job, option, handles.</param>
    /// <param name="jobs">The jobs there are.</param>
    /// <returns>Null when all went well; else one line that says what is wrong with the arguments.</returns>
    public static string? Run(IReadOnlyList<string> arguments, IReadOnlyList<IJob> jobs)
    {
        if (arguments is not [var name, Pipes, var handles]) return $"usage: {Verb} JOB {Pipes} IN,OUT";
        if (jobs.FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.Ordinal)) is not { } job)
            return $"{Verb}: there is no job '{name}'";
        try
        {
            var (input, output) = ChildPipes.OpenInChild(Pipes, handles);
            using (input)
            using (output)
                WorkerLoop.Run(job, input, output);
            return null;
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }
    }
}
