using System.Globalization;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Clients.Work;

/// <summary>Worker processes that all do tasks of one job. Disposing it ends them.</summary>
public sealed class WorkerPool : IDisposable
{
    private static readonly TimeSpan _endLimit = TimeSpan.FromSeconds(2);

    private readonly List<ChildProcess> _processes = [];
    private readonly List<Worker> _workers = [];

    private WorkerPool()
    {
    }

    /// <summary>Time from the first start until all workers were ready, in seconds.</summary>
    public double StartUp_s { get; private set; }

    /// <summary>Starts workers and waits until all are ready.</summary>
    /// <param name="launcher">Starts the processes; it must live as long as the pool.</param>
    /// <param name="command">The command line of a worker of the job, without its pipes.</param>
    /// <param name="count">Number of workers.</param>
    /// <exception cref="WorkException">A worker could not be started.</exception>
    public static WorkerPool Start(ProcessLauncher launcher, IReadOnlyList<string> command, int count)
    {
        var timer = StageTimer.Start();
        var pool = new WorkerPool();
        try
        {
            for (var i = 0; i < count; i++) pool.Add(launcher, command);
            foreach (var worker in pool._workers) worker.AwaitReady();
        }
        catch (Exception e)
        {
            pool.Dispose();
            if (e is InvalidOperationException) throw new WorkException(e.Message, e);
            throw;
        }

        pool.StartUp_s = timer.Elapsed_s;
        return pool;
    }

    /// <summary>Those who can do these tasks, one for each process; their results go to the same places.</summary>
    internal IReadOnlyList<Action<int>> Hands(IReadOnlyList<byte[]> tasks, byte[][] results) =>
        [.. _workers.Select(worker => (Action<int>)(i => results[i] = worker.Do(tasks[i])))];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var process in _processes) process.Dispose();
    }

    private void Add(ProcessLauncher launcher, IReadOnlyList<string> command)
    {
        var process = launcher.Start(new LaunchRequest { Command = command, PipesOption = WorkerCommandLine.Pipes });
        _processes.Add(process);
        _workers.Add(new Worker(process.Pipes!.ToChild, process.Pipes.FromChild, () => HowItEnded(process)));
    }

    private static string HowItEnded(ChildProcess process)
    {
        process.WaitForEnd(_endLimit);
        var code = process.ExitCode is { } number
            ? string.Create(CultureInfo.InvariantCulture, $"ended with exit code {number}")
            : "closed its pipe";
        var said = process.Output.Lines is [.., var last] ? $"; it said: {last}" : "";
        var id = process.Id.ToString(CultureInfo.InvariantCulture);
        return $"worker process {id} {code} before its work was done{said}";
    }
}
