using LoadHarness.Analysis.Linearizability;
using LoadHarness.Contracts.Histories;
using LoadHarness.Experiments.Running;
using LoadHarness.Results;
using LoadHarness.Tests.Results;

namespace LoadHarness.Tests.Experiments.Running;

public sealed class HistoryRowsTests
{
    private static readonly HistoryReading _violated = new()
    {
        Verdict = HistoryVerdict.Violated,
        Operations = 10,
        Keys = 2,
        MostAtOnce = 3,
        Longest_ns = 2500,
        Key = "c1-0",
        Kind = ViolationKind.AfterRemoved,
        Proof =
        [
            new KeyOperation(KeyOperationKind.Write, 9, 5_000_000, 5_001_500, 4),
            new KeyOperation(KeyOperationKind.Remove, 0, 5_002_000, KeyOperation.Unknown, 6),
        ],
    };

    [Fact]
    public void A_violation_makes_the_level_invalid_and_names_key_and_kind() =>
        HistoryRows.Objection(_violated).ShouldBe(new ValidityIssue(
            ValidityCode.NotLinearizable, ValidityGrade.Invalid, "key c1-0, after-removed"));

    [Fact]
    public void What_is_linearizable_or_was_not_asked_is_no_objection()
    {
        HistoryRows.Objection(null).ShouldBeNull();
        HistoryRows.Objection(_violated with { Verdict = HistoryVerdict.Linearizable }).ShouldBeNull();
    }

    [Fact]
    public void Its_operations_count_from_the_first_of_them()
    {
        var rows = HistoryRows.Violations(Samples.Key(), _violated);
        rows.Select(row => (row.Client, row.Operation, row.Value, row.Call_us))
            .ShouldBe([(4, "write", 9L, 0.0), (6, "remove", 0L, 2.0)]);
        rows[0].Return_us.ShouldBe(1.5);
        rows[1].Return_us.ShouldBe(double.NaN);
    }

    [Theory]
    [InlineData(HistoryVerdict.Linearizable, HistoryState.Linearizable, "")]
    [InlineData(HistoryVerdict.Violated, HistoryState.Violated, "after-removed")]
    [InlineData(HistoryVerdict.Undecided, HistoryState.Undecided, "")]
    public void The_row_says_how_it_ended(HistoryVerdict verdict, HistoryState state, string violation)
    {
        var row = HistoryRows.Of(Samples.Key(), _violated with { Verdict = verdict });
        (row.State, row.Violation, row.Operations, row.Longest_us).ShouldBe((state, violation, 10L, 2.5));
    }

    [Fact]
    public void Every_kind_of_violation_has_a_word_of_its_own() =>
        Enum.GetValues<ViolationKind>()
            .Select(kind => HistoryRows.Of(Samples.Key(), _violated with { Kind = kind }).Violation)
            .ShouldBeUnique(StringComparer.Ordinal);
}
