namespace LoadHarness.Engine.Threads;

/// <summary>What the controlling thread can be told.</summary>
internal enum NewsKind
{
    /// <summary>A generator thread's clients have tried to connect.</summary>
    Ramped = 0,

    /// <summary>A generator thread has closed a window.</summary>
    WindowClosed = 1,

    /// <summary>A generator thread has ended, well or not.</summary>
    Ended = 2,

    /// <summary>The run was cancelled from outside.</summary>
    Cancelled = 3,
}
