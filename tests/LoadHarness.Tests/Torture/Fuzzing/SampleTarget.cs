using LoadHarness.Torture.Fuzzing;

namespace LoadHarness.Tests.Torture.Fuzzing;

/// <summary>A parser with a mistake of its own.</summary>
internal sealed class SampleTarget(Func<byte[], FuzzRandom, FuzzOutcome> run) : FuzzTarget("sample/one")
{
    public override FuzzOutcome Run(byte[] input, FuzzRandom random) => run(input, random);
}
