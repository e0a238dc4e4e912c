using System.Globalization;

namespace LoadHarness.Clients.Work;

/// <summary>
/// Does the tasks of a job: one after the other, or at once in worker processes. Starting .NET processes takes tenths
/// of a second, so work that takes less than <see cref="WorthProcesses_s"/> is shared among threads of this process
/// instead, and the report says so.
/// </summary>
public sealed class WorkRunner
{
    /// <summary>Least sequential time for which worker processes are started, in seconds.</summary>
    public const double WorthProcesses_s = 2;

    // The first tasks run while their code is still being compiled: two more, or this time, make the estimate fair.
    private const int ProbeTasks = 3;
    private const double ProbeTime_s = 0.25;

    private const string OneByOne = "one after the other";

    private readonly Func<IJob, int, WorkerPool> _startPool;
    private readonly int _workers;
    private readonly bool _alwaysProcesses;

    /// <summary>Makes one.</summary>
    /// <param name="startPool">Starts so many worker processes for a job.</param>
    /// <param name="workers">Most workers, 1 to the number of cores.</param>
    /// <param name="alwaysProcesses">True takes worker processes even for little work.</param>
    public WorkRunner(Func<IJob, int, WorkerPool> startPool, int workers, bool alwaysProcesses = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(workers, Environment.ProcessorCount);
        (_startPool, _workers, _alwaysProcesses) = (startPool, workers, alwaysProcesses);
    }

    /// <summary>Most workers: how finely to cut the work depends on it.</summary>
    public int Workers => _workers;

    /// <summary>Does the tasks one after the other in this process.</summary>
    /// <exception cref="WorkException">A task failed.</exception>
    public static WorkReport InTurn(IJob job, IReadOnlyList<byte[]> tasks)
    {
        var results = new byte[tasks.Count][];
        var timer = StageTimer.Start();
        for (var i = 0; i < tasks.Count; i++) results[i] = DoHere(job, tasks[i]);
        return new WorkReport(results, timer.Elapsed_s, 0, OneByOne);
    }

    /// <summary>Does the tasks at once. They should take about the same time each.</summary>
    /// <param name="job">The job.</param>
    /// <param name="tasks">Its tasks.</param>
    /// <param name="sequential_s">How long they take one after the other, where that is known, in seconds;
    /// otherwise the first ones are done and timed in this process.</param>
    /// <exception cref="WorkException">A task failed, or a worker process.</exception>
    public WorkReport AtOnce(IJob job, IReadOnlyList<byte[]> tasks, double? sequential_s = null)
    {
        var results = new byte[tasks.Count][];
        var timer = StageTimer.Start();
        var done = 0;
        var work_s = 0.0;
        if (!_alwaysProcesses) work_s = sequential_s ?? Probe(job, tasks, results, out done);
        var hands = Math.Min(_workers, tasks.Count - done);
        if (hands > 0 && (_alwaysProcesses || (work_s >= WorthProcesses_s && hands > 1)))
        {
            using var pool = _startPool(job, hands);
            Sharing.Do(pool.Hands(tasks, results), done, tasks.Count);
            return new WorkReport(results, timer.Elapsed_s - pool.StartUp_s, pool.StartUp_s, Processes(hands));
        }

        Action<int> here = i => results[i] = DoHere(job, tasks[i]);
        Sharing.Do([.. Enumerable.Repeat(here, hands)], done, tasks.Count);
        return new WorkReport(results, timer.Elapsed_s, 0, Here(hands, work_s));
    }

    private static double Probe(IJob job, IReadOnlyList<byte[]> tasks, byte[][] results, out int done)
    {
        var all = StageTimer.Start();
        var fastest_s = double.MaxValue;
        for (done = 0; done < Math.Min(ProbeTasks, tasks.Count) && all.Elapsed_s < ProbeTime_s; done++)
        {
            var one = StageTimer.Start();
            results[done] = DoHere(job, tasks[done]);
            fastest_s = Math.Min(fastest_s, one.Elapsed_s);
        }

        return done == 0 ? 0 : fastest_s * tasks.Count;
    }

    /// <summary>A task fails in the same way here as in a worker process.</summary>
    private static byte[] DoHere(IJob job, byte[] task)
    {
        try
        {
            return job.Do(task);
        }
        catch (Exception e)
        {
            throw new WorkException(e.Message, e);
        }
    }

    private static string Processes(int count) => string.Create(CultureInfo.InvariantCulture,
        $"worker processes: {count}");

    /// <summary>No hands: the tasks that were to be timed were all there are.</summary>
    private static string Here(int hands, double work_s) => string.Create(CultureInfo.InvariantCulture,
        $"{(hands == 0 ? OneByOne : $"threads of this process: {hands}")} ({work_s:0.00} s of work gains nothing from"
        + $" worker processes)");
}
