namespace LoadHarness.Torture.Crashes;

/// <summary>Runs tasks when the test says so, on the test's own thread.</summary>
internal sealed class ManualTaskScheduler : TaskScheduler
{
    private readonly Queue<Task> _waiting = new();

    /// <summary>Runs what waits.</summary>
    public void RunAll()
    {
        while (_waiting.TryDequeue(out var task)) TryExecuteTask(task);
    }

    protected override IEnumerable<Task> GetScheduledTasks() => _waiting;

    protected override void QueueTask(Task task) => _waiting.Enqueue(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => TryExecuteTask(task);
}
