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

    public static TheoryData<string> Names { get; } = [.. FuzzTargets.All().Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_that_arrives_breaks_a_promise(string name)
    {
        var session = new FuzzSession(Target(name), Seed);
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
            var target = FuzzTargets.All().Single(
                target => string.Equals(target.Name.Replace('/', '-'), stored.Target, StringComparison.Ordinal));
            new FuzzSession(target, Seed).Try(stored.Input).ShouldBeNull(stored.Name);
        }
    }

    [Fact]
    public void The_stored_inputs_are_small() =>
        StoredCorpus.All.Sum(stored => (long)stored.Input.Length).ShouldBeLessThan(200 * 1024);

    [Fact]
    public void Names_are_unique() => FuzzTargets.All().Select(target => target.Name).ShouldBeUnique();

    private static FuzzTarget Target(string name) =>
        FuzzTargets.All().Single(target => string.Equals(target.Name, name, StringComparison.Ordinal));
}
