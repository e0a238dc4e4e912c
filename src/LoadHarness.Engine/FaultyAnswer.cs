using LoadHarness.Contracts.Loading;

namespace LoadHarness.Engine;

/// <summary>An answer that was wrong, or that the server broke off: so that people see what went wrong.</summary>
/// <param name="Outcome"><see cref="Outcome.WrongAnswer"/>, or <see cref="Outcome.Reset"/> when the server closed the
/// connection first.</param>
/// <param name="Bytes">What had come of it and was not yet taken, at most <see cref="MostBytes"/>.</param>
public sealed record FaultyAnswer(Outcome Outcome, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>So much is kept.</summary>
    public const int MostBytes = 256;

    /// <summary>Looks at what a client makes of what it received.</summary>
    /// <param name="step">What the client said.</param>
    /// <param name="bytes">What it was shown.</param>
    /// <param name="end">The server has closed the connection.</param>
    /// <returns>Null when nothing is wrong.</returns>
    internal static FaultyAnswer? Of(ClientStep step, ReadOnlySpan<byte> bytes, bool end)
    {
        var isWrong = step is { Next: ClientNext.Complete, Outcome: Outcome.WrongAnswer };
        if (!isWrong && !(end && step.Next == ClientNext.Receive)) return null;
        return new FaultyAnswer(
            isWrong ? Outcome.WrongAnswer : Outcome.Reset, bytes[..Math.Min(bytes.Length, MostBytes)].ToArray());
    }
}
