using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Analysis.Linearizability;
using LoadHarness.Contracts.Histories;

namespace LoadHarness.Tests.Analysis.Linearizability;

/// <summary>The walk through episodes against the search that tries all orders.</summary>
public sealed class EpisodeWalkTests
{
    private const int Cases = 5000;

    public static TheoryData<int, int> Shapes => new() { { 6, 3 }, { 8, 6 }, { 12, 4 }, { 14, 9 }, { 20, 6 } };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_spoilt_history_gets_the_verdict_of_trying_all_orders(int length, int overlap)
    {
        var verdicts = new HashSet<HistoryVerdict>();
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var told = Told(Histories.Spoilt(new Random(seed), length, overlap));
            var verdict = StateSearch.Check(told, KeyOperation.Absent);
            verdicts.Add(verdict);
            return (verdict == HistoryVerdict.Linearizable) == (EpisodeWalk.Check(told, KeyOperation.Absent) is null);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));
        verdicts.ShouldBe([HistoryVerdict.Linearizable, HistoryVerdict.Violated], ignoreOrder: true);
    }

    [Fact]
    public void A_correct_history_of_any_length_is_explained() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var told = Told(Histories.Correct(random, 3000, overlap: 1 + random.Next(100)));
            return EpisodeWalk.Check(told, KeyOperation.Absent) is null;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Fact]
    public void A_value_that_was_there_before_counts()
    {
        EpisodeWalk.Check([Histories.Read(7, 0, 1), Histories.Remove(7, 2, 3)], 7).ShouldBeNull();
        EpisodeWalk.Check([Histories.Read(7, 0, 1)], KeyOperation.Absent).ShouldNotBeNull();
        EpisodeWalk.Check([Histories.Read(KeyOperation.Absent, 0, 1)], 7).ShouldNotBeNull();
    }

    /// <summary>Of two removals that could explain a miss, the one that must come first is used first.</summary>
    [Fact]
    public void Short_lives_of_values_are_used_sparingly() => EpisodeWalk.Check(
    [
        Histories.Write(1, 0, 1),
        Histories.Write(2, 2, 30), Histories.Remove(2, 3, 31),
        Histories.Write(3, 2, 12), Histories.Remove(3, 3, 13),
        Histories.Read(KeyOperation.Absent, 4, 5),
        Histories.Write(4, 14, 15),
        Histories.Read(KeyOperation.Absent, 16, 17),
    ], KeyOperation.Absent).ShouldBeNull();

    private static KeyOperation[] Told(IEnumerable<KeyOperation> history) =>
        [.. history.Where(operation => operation.IsKnown || operation.Kind != KeyOperationKind.Read)];
}
