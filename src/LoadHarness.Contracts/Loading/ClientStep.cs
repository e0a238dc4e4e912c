namespace LoadHarness.Contracts.Loading;

/// <summary>The result of one call of a virtual client.</summary>
/// <param name="Consumed">Bytes of the input that are done with.</param>
/// <param name="Next">What the client waits for.</param>
/// <param name="Outcome">Meaningful with <see cref="ClientNext.Complete"/>: <see cref="Loading.Outcome.Correct"/> or
/// <see cref="Loading.Outcome.WrongAnswer"/>.</param>
/// <param name="Delay_us">Meaningful with <see cref="ClientNext.Wait"/>: length of the pause, µs.</param>
public readonly record struct ClientStep(
    int Consumed, ClientNext Next, Outcome Outcome = Outcome.Correct, long Delay_us = 0)
{
    /// <summary>Waits for the answer, all input so far being used up.</summary>
    public static ClientStep Receive(int consumed = 0) => new(consumed, ClientNext.Receive);

    /// <summary>The operation is over.</summary>
    public static ClientStep Complete(int consumed, Outcome outcome) => new(consumed, ClientNext.Complete, outcome);

    /// <summary>Nothing to do for this purpose.</summary>
    public static ClientStep Idle => new(0, ClientNext.Idle);
}
