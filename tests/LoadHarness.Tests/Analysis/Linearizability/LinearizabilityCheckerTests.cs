using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Analysis.Linearizability;
using LoadHarness.Contracts.Histories;

namespace LoadHarness.Tests.Analysis.Linearizability;

public sealed class LinearizabilityCheckerTests
{
    [Fact]
    public void What_happened_one_after_the_other_is_linearizable() =>
        Verdict(Write(1, 0, 1), Read(1, 2, 3), Remove(1, 4, 5), Read(KeyOperation.Absent, 6, 7))
            .ShouldBe(HistoryVerdict.Linearizable);

    [Fact]
    public void An_answer_that_was_out_of_date_when_it_was_asked_for_is_a_violation()
    {
        var stale = Read(1, 4, 5);
        Verdict(Write(1, 0, 1), Write(2, 2, 3), stale).ShouldBe(HistoryVerdict.Violated);
    }

    [Fact]
    public void A_write_that_was_answered_and_is_gone_is_a_violation() =>
        Verdict(Write(1, 0, 1), Read(KeyOperation.Absent, 2, 3)).ShouldBe(HistoryVerdict.Violated);

    [Fact]
    public void Operations_that_overlap_may_happen_in_any_order()
    {
        Verdict(Write(1, 0, 10), Write(2, 0, 10), Read(1, 11, 12)).ShouldBe(HistoryVerdict.Linearizable);
        Verdict(Write(1, 0, 10), Write(2, 0, 10), Read(2, 11, 12)).ShouldBe(HistoryVerdict.Linearizable);
        Verdict(Write(1, 0, 10), Read(1, 1, 2), Read(KeyOperation.Absent, 3, 4)).ShouldBe(HistoryVerdict.Violated);
    }

    [Fact]
    public void Two_clients_cannot_both_take_the_same_value_away() =>
        Verdict(Write(1, 0, 1), Remove(1, 2, 9), Remove(1, 3, 8)).ShouldBe(HistoryVerdict.Violated);

    [Fact]
    public void A_write_without_an_answer_may_have_happened_or_not_or_happen_later()
    {
        var lost = Write(2, 2, KeyOperation.Unknown);
        Verdict(Write(1, 0, 1), lost, Read(1, 4, 5)).ShouldBe(HistoryVerdict.Linearizable);
        Verdict(Write(1, 0, 1), lost, Read(2, 4, 5)).ShouldBe(HistoryVerdict.Linearizable);
        Verdict(Write(1, 0, 1), lost, Read(1, 4, 5), Read(2, 6, 7)).ShouldBe(HistoryVerdict.Linearizable);
        Verdict(Write(1, 0, 1), lost, Read(2, 4, 5), Read(1, 6, 7)).ShouldBe(HistoryVerdict.Violated);
    }

    [Fact]
    public void What_the_key_held_before_counts()
    {
        LinearizabilityChecker.Check([Read(7, 0, 1)], initial: 7).Verdict.ShouldBe(HistoryVerdict.Linearizable);
        LinearizabilityChecker.Check([Read(7, 0, 1)]).Verdict.ShouldBe(HistoryVerdict.Violated);
    }

    [Fact]
    public void Too_many_operations_at_once_are_undecided_where_values_come_twice() =>
        LinearizabilityChecker.Check(Enumerable.Range(1, 65).Select(i => Write(1, 0, 100 + i))).Verdict
            .ShouldBe(HistoryVerdict.Undecided);

    [Fact]
    public void Any_number_at_once_is_decided_where_every_value_is_written_once() =>
        LinearizabilityChecker.Check(Enumerable.Range(1, 10_000).Select(i => Write(i, 0, 100 + i))).Verdict
            .ShouldBe(HistoryVerdict.Linearizable);

    /// <summary>Histories of a real register: every operation happens at one moment inside its span.</summary>
    [Fact]
    public void What_a_correct_register_does_is_always_linearizable() =>
        Prop.ForAll(Seeds(), seed =>
        {
            var history = History(new Random(seed), length: 60);
            return LinearizabilityChecker.Check(history).Verdict == HistoryVerdict.Linearizable;
        }).QuickCheckThrowOnFailure();

    /// <summary>Against the plain definition: some order of the operations explains everything.</summary>
    [Fact]
    public void The_verdict_is_that_of_trying_all_orders() =>
        Prop.ForAll(Seeds(), seed =>
        {
            var random = new Random(seed);
            var history = History(random, length: 6);
            // Spoil an answer: now and then that can still be explained.
            var spoilt = random.Next(history.Count);
            history[spoilt] = history[spoilt] with { Value = random.Next(4) };
            var verdict = LinearizabilityChecker.Check(history).Verdict == HistoryVerdict.Linearizable;
            return verdict == SomeOrderExplains(history, KeyOperation.Absent);
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<int> Seeds() => Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    private static bool SomeOrderExplains(List<KeyOperation> left, long state)
    {
        if (left.TrueForAll(operation => !operation.IsKnown)) return true;
        var earliestReturn = left.Min(operation => operation.Return_ns);
        foreach (var operation in left.Where(operation => operation.Call_ns <= earliestReturn))
        {
            if (operation is { IsKnown: true, Kind: not KeyOperationKind.Write } && operation.Value != state) continue;
            var after = operation.Kind switch
            {
                KeyOperationKind.Write => operation.Value,
                KeyOperationKind.Remove => KeyOperation.Absent,
                _ => state,
            };
            var rest = new List<KeyOperation>(left);
            rest.Remove(operation);
            if (SomeOrderExplains(rest, after)) return true;
        }

        return false;
    }

    private static List<KeyOperation> History(Random random, int length)
    {
        var moments = Enumerable.Range(0, length).Select(_ => random.Next(4 * length)).Order().ToList();
        var state = KeyOperation.Absent;
        var history = new List<KeyOperation>();
        foreach (var moment in moments)
        {
            var kind = (KeyOperationKind)random.Next(3);
            var value = kind == KeyOperationKind.Write ? 1 + random.Next(3) : state;
            var isKnown = random.Next(10) > 0;
            history.Add(new KeyOperation(
                kind, value, moment - random.Next(4),
                isKnown ? moment + random.Next(4) : KeyOperation.Unknown));
            state = kind switch
            {
                KeyOperationKind.Write => value,
                KeyOperationKind.Remove => KeyOperation.Absent,
                _ => state,
            };
        }

        return history;
    }

    private static HistoryVerdict Verdict(params KeyOperation[] history) =>
        LinearizabilityChecker.Check(history).Verdict;

    private static KeyOperation Write(long value, long call, long end) =>
        new(KeyOperationKind.Write, value, call, end);

    private static KeyOperation Read(long value, long call, long end) => new(KeyOperationKind.Read, value, call, end);

    private static KeyOperation Remove(long value, long call, long end) =>
        new(KeyOperationKind.Remove, value, call, end);
}
