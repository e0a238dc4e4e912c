namespace LoadHarness.Contracts.Serving;

/// <summary>What a connection handler waits for after a call.</summary>
public enum Next
{
    /// <summary>
    /// More input. A model calls <see cref="IConnectionHandler.Receive"/> again only when new bytes or the end arrived.
    /// A handler that has seen the end of input returns <see cref="Close"/> or <see cref="Drain"/>, never this.
    /// </summary>
    Read = 0,

    /// <summary>
    /// The output to leave: a model sends what was written (also when it is empty), lets other connections have their turn,
    /// then calls <see cref="IConnectionHandler.Drained"/>. No input is passed in between.
    /// </summary>
    Drain = 1,

    /// <summary>
    /// The end: a model sends what was written, shuts its sending side down, discards what the peer still sends
    /// (bounded in bytes and time) and closes, so that a reset cannot cut the answer short.
    /// </summary>
    Close = 2,
}
