namespace LoadHarness.EndToEnd.Tests.Peers;

/// <summary>Like <see cref="PeerFactAttribute"/>, for a test with several sets of data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PeerTheoryAttribute : TheoryAttribute
{
    public PeerTheoryAttribute(params string[] programs)
    {
        Programs = programs;
        Skip = PeerPrograms.ReasonToSkip(programs);
    }

    public IReadOnlyList<string> Programs { get; }
}
