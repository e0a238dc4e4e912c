namespace LoadHarness.Torture.Fuzzing.Targets;

/// <summary>A reader that is given all bytes at once.</summary>
/// <param name="name">Its name.</param>
/// <param name="read">
/// Reads, and says in words what was read or why it was refused. Throws <see cref="BrokenPromiseException"/> when what
/// was read contradicts itself.
/// </param>
internal sealed class ReadTarget(string name, Func<byte[], string> read) : FuzzTarget(name)
{
    /// <inheritdoc/>
    public override FuzzOutcome Run(byte[] input, FuzzRandom random) => FuzzOutcome.Of(read(input));
}
