namespace LoadHarness.Contracts.Serving;

/// <summary>What a connection handler waits for after a call.</summary>
public enum Next
{
    /// <summary>
    /// More input. A model calls <see cref="IConnectionHandler.Receive"/> again when new bytes or the end arrived; and
    /// at once after a
    /// <see cref="IConnectionHandler.Drained"/> that returned this, when unconsumed input (pipelined requests) or the
    /// end is at hand.
    /// <see cref="IConnectionHandler.Receive"/> never returns this once it was told the end: it returns
    /// <see cref="Close"/> or
    /// <see cref="Drain"/>. <see cref="IConnectionHandler.Drained"/> may, to be passed what is left, with the end told
    /// again.
    /// </summary>
    Read = 0,

    /// <summary>
    /// The output to leave: a model sends what was written (also when it is empty), lets other connections have their
    /// turn,
    /// then calls <see cref="IConnectionHandler.Drained"/>. No input is passed in between.
    /// </summary>
    Drain = 1,

    /// <summary>
    /// The end: a model sends what was written, shuts its sending side down, discards what the peer still sends
    /// (bounded in bytes and time) and closes, so that a reset cannot cut the answer short.
    /// </summary>
    Close = 2,

    /// <summary>
    /// A moment, <see cref="Step.Due_ns"/>: a model sends what was written, then calls
    /// <see cref="IConnectionHandler.Drained"/> when the moment has come, never before. No input is passed in between.
    /// Only for services of workloads that say so (<see cref="Workloads.IWorkload.NeedsTimers"/>).
    /// </summary>
    Wait = 3,
}
