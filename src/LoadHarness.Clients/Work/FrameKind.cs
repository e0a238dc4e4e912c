namespace LoadHarness.Clients.Work;

/// <summary>What a message between a program and its worker process is.</summary>
internal enum FrameKind : byte
{
    /// <summary>From the worker: it has started and takes tasks. Empty.</summary>
    Ready = 1,

    /// <summary>To the worker: a task.</summary>
    Task = 2,

    /// <summary>From the worker: the result of the task.</summary>
    Result = 3,

    /// <summary>From the worker: why the task could not be done, UTF-8.</summary>
    Failure = 4,
}
