namespace LoadHarness.Contracts.Loading;

/// <summary>What a virtual client waits for after a call.</summary>
public enum ClientNext
{
    /// <summary>Bytes of the answer.</summary>
    Receive = 0,

    /// <summary>
    /// A pause of the client's own inside the operation, <see cref="ClientStep.Delay_us"/> long; then
    /// <see cref="IVirtualClient.Elapsed"/>. Latency and time limit count from its end.
    /// </summary>
    Wait = 1,

    /// <summary>Nothing: the operation is complete, <see cref="ClientStep.Outcome"/> says how.</summary>
    Complete = 2,

    /// <summary>
    /// Nothing to do for this purpose. Only <see cref="IVirtualClient.Begin"/> returns it, with no request written.
    /// </summary>
    Idle = 3,
}
