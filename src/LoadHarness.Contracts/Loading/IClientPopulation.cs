namespace LoadHarness.Contracts.Loading;

/// <summary>
/// The virtual clients of one stage on one generator thread and what they share (key pools, prepared requests).
/// It outlives single runs of the engine: it knows what its clients have done to the server so far, so that
/// preparation can restore the starting state. Used by one thread at a time.
/// </summary>
public interface IClientPopulation
{
    /// <summary>Makes a virtual client. Clients of one population share its state without locks.</summary>
    /// <param name="clientIndex">0 … clients − 1 over all generator threads.</param>
    IVirtualClient CreateClient(int clientIndex);

    /// <summary>
    /// True when the server is not (known to be) in the state the stage starts from: preparation has something to do.
    /// </summary>
    bool NeedsPreparation => false;

    /// <summary>
    /// True when one client of the population can tell, while nobody else operates, whether the server's state is what
    /// the operations of all populations have left: by operations of <see cref="Purpose.Verify"/>.
    /// </summary>
    bool CanVerify => false;

    /// <summary>What the last verification found wrong, one line; null when nothing.</summary>
    string? Contradiction => null;

    /// <summary>The server was started anew with empty state: forget what it held.</summary>
    void ServerReplaced();
}
