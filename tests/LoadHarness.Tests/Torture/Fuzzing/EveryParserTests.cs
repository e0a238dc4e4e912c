using LoadHarness.Torture.Fuzzing;
using LoadHarness.Torture.Fuzzing.Corpora;

namespace LoadHarness.Tests.Torture.Fuzzing;

/// <summary>
/// Every parser on a few hundred inputs, always the same; the torture program goes on with millions. And every input
/// again that once broke something.
/// </summary>
public sealed class EveryParserTests
{
    private const ulong Seed = 20261121;
    private const int Inputs = 500;

    // Making them all takes a while, and the tests of a class run one after the other.
    private static readonly Dictionary<string, FuzzTarget> _targets =
        FuzzTargets.All().ToDictionary(target => target.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names { get; } = [.. _targets.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_that_arrives_breaks_a_promise(string name)
    {
        var session = new FuzzSession(_targets[name], Seed);
        foreach (var seed in session.Target.Seeds) session.Try(seed).ShouldBeNull();
        for (var i = 0; i < Inputs; i++) session.Next().ShouldBeNull();
        // Mutations leave some intact and break others: otherwise only one way through would have been tried.
        session.Shapes.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void What_once_broke_something_does_so_no_more()
    {
        foreach (var stored in StoredCorpus.All)
        {
            var target = _targets.Values.Single(
                target => string.Equals(target.Name.Replace('/', '-'), stored.Target, StringComparison.Ordinal));
            new FuzzSession(target, Seed).Try(stored.Input).ShouldBeNull(stored.Name);
        }
    }

    [Fact]
    public void The_stored_inputs_are_small() =>
        StoredCorpus.All.Sum(stored => (long)stored.Input.Length).ShouldBeLessThan(200 * 1024);
}
