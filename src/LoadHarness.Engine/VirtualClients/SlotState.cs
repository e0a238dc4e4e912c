namespace LoadHarness.Engine.VirtualClients;

/// <summary>Where a virtual client stands.</summary>
/// <remarks>
/// Persistent: Resting → Connecting → Ready → (Outstanding ⇄ Pausing → Thinking)…; a failure leads to Resting.
/// One connection per operation: Resting → Connecting → (Outstanding ⇄ Pausing) → Thinking → Connecting…
/// Open loop: after Thinking comes Ready, without a connection where every operation makes one, until an arrival.
/// </remarks>
internal enum SlotState
{
    /// <summary>No connection; tries again when its timer is due, or waits for the start.</summary>
    Resting = 0,

    /// <summary>The connect has not ended.</summary>
    Connecting = 1,

    /// <summary>Connected, waiting for the first window to start; in an open loop, for an arrival.</summary>
    Ready = 2,

    /// <summary>The request is out, the answer is not complete.</summary>
    Outstanding = 3,

    /// <summary>In the pause inside an operation that the client asked for.</summary>
    Pausing = 4,

    /// <summary>Between two operations.</summary>
    Thinking = 5,

    /// <summary>Nothing left to do in this run.</summary>
    Idle = 6,
}
