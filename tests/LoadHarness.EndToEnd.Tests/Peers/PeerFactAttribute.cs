namespace LoadHarness.EndToEnd.Tests.Peers;

/// <summary>
/// A test that needs programs of others. Where one is absent the test is skipped with its name, unless REQUIRE_PEERS=1:
/// then the test runs and fails for want of it, so that a machine that should have them all cannot pass by skipping.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PeerFactAttribute : FactAttribute
{
    public PeerFactAttribute(params string[] programs)
    {
        Programs = programs;
        Skip = PeerPrograms.ReasonToSkip(programs);
    }

    public IReadOnlyList<string> Programs { get; }
}
