using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Analysis.Linearizability;
using LoadHarness.Contracts.Histories;
using static LoadHarness.Tests.Analysis.Linearizability.Histories;

namespace LoadHarness.Tests.Analysis.Linearizability;

/// <summary>What is shown of a violation: few operations that contradict each other by themselves.</summary>
public sealed class ProofFinderTests
{
    [Fact]
    public void A_read_of_what_was_replaced_is_shown_with_both_writes() => Shown(
        ViolationKind.Replaced,
        [Write(1, 0, 1), Write(2, 2, 3), Read(1, 4, 5)],
        Read(1, 1, 2), Read(2, 3, 4), Read(2, 6, 7), Write(3, 8, 9), Read(3, 10, 11));

    [Fact]
    public void A_key_that_was_not_found_is_shown_with_the_insert() => Shown(
        ViolationKind.Missed,
        [Write(2, 4, 5), Read(KeyOperation.Absent, 6, 7)],
        Write(1, 0, 1), Remove(1, 2, 3), Read(2, 5, 6), Read(2, 8, 9), Write(3, 10, 20), Remove(3, 11, 21));

    [Fact]
    public void A_remove_that_explains_no_miss_is_shown_too() => Shown(
        ViolationKind.Missed,
        [Write(1, 0, 1), Read(KeyOperation.Absent, 2, 3), Remove(1, 4, 5)]);

    [Fact]
    public void A_value_that_comes_back_is_shown_with_its_removal() => Shown(
        ViolationKind.AfterRemoved,
        [Write(1, 0, 1), Remove(1, 2, 3), Read(1, 4, 5)],
        Read(1, 1, 2), Read(KeyOperation.Absent, 3, 4), Write(2, 6, 7));

    [Fact]
    public void A_value_that_two_took_away_is_shown_with_both() => Shown(
        ViolationKind.RemovedTwice,
        [Write(1, 0, 1), Remove(1, 2, 9), Remove(1, 3, 8)],
        Read(1, 1, 2));

    [Fact]
    public void A_value_that_nobody_wrote_stands_alone() => Shown(
        ViolationKind.NeverWritten, [Read(7, 2, 3)], Write(1, 0, 1), Read(1, 4, 5));

    [Fact]
    public void A_value_seen_before_its_write_is_shown_with_it() => Shown(
        ViolationKind.BeforeWritten, [Read(7, 2, 3), Write(7, 4, 5)], Write(1, 0, 1));

    /// <summary>By the search that tries all orders.</summary>
    [Fact]
    public void What_is_shown_is_a_violation_by_itself() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), ShownIsViolation)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    /// <summary>Many miss a value that is seen once more after the last of them.</summary>
    [Fact]
    public void A_miss_that_only_a_later_read_contradicts_is_shown_with_it() => ShownIsViolation(1562846451);

    private static void ShownIsViolation(int seed)
    {
        var random = new Random(seed);
        var check = LinearizabilityChecker.Check(Spoilt(random, 60, overlap: 1 + random.Next(12)));
        if (check.Verdict == HistoryVerdict.Violated)
            StateSearch.Check(check.Proof, KeyOperation.Absent).ShouldBe(HistoryVerdict.Violated, $"{check}");
    }

    private static void Shown(ViolationKind kind, KeyOperation[] proof, params KeyOperation[] others)
    {
        var check = LinearizabilityChecker.Check(proof.Concat(others));
        check.Verdict.ShouldBe(HistoryVerdict.Violated);
        check.Kind.ShouldBe(kind);
        check.Proof.ShouldBe(proof);
    }
}
