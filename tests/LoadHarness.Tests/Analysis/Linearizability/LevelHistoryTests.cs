using LoadHarness.Analysis.Linearizability;
using LoadHarness.Contracts.Histories;
using static LoadHarness.Tests.Analysis.Linearizability.Histories;

namespace LoadHarness.Tests.Analysis.Linearizability;

public sealed class LevelHistoryTests
{
    [Fact]
    public void What_one_thread_wrote_another_may_read()
    {
        var reading = LevelHistory.Check([Part([Write(1, 0, 1)], []), Part([Read(1, 2, 3)], [Read(0, 2, 3)])]);

        reading.Verdict.ShouldBe(HistoryVerdict.Linearizable);
        (reading.Operations, reading.Keys, reading.MostAtOnce, reading.Longest_ns).ShouldBe((3, 2, 1, 1));
    }

    [Fact]
    public void A_violation_of_one_key_is_one_of_the_level()
    {
        var reading = LevelHistory.Check([Part([Write(1, 0, 1)], [Write(2, 0, 1), Read(0, 2, 3)])]);

        reading.Verdict.ShouldBe(HistoryVerdict.Violated);
        (reading.Key, reading.Kind).ShouldBe(("b", ViolationKind.Missed));
        reading.Proof.ShouldBe([Write(2, 0, 1), Read(0, 2, 3)]);
    }

    [Fact]
    public void Where_one_thread_ran_out_of_room_the_history_ends_for_all()
    {
        var full = Part([Write(1, 0, 1)], []) with { Cut_ns = 10, Unrecorded = 5 };
        // The second thread saw a write of the first one that was not recorded.
        var other = Part([Read(1, 4, 5), Write(2, 8, 12), Read(9, 8, 11), Read(9, 13, 14)], []);

        var reading = LevelHistory.Check([full, other]);

        reading.Verdict.ShouldBe(HistoryVerdict.Linearizable);
        (reading.Operations, reading.Unchecked, reading.Unanswered).ShouldBe((4, 6, 2));
    }

    [Fact]
    public void Operations_at_the_same_time_on_one_key_are_counted() =>
        LevelHistory.Check([Part([Write(1, 0, 9), Write(2, 1, 9), Read(1, 2, 9)], [Read(0, 3, 9)])]).MostAtOnce
            .ShouldBe(3);

    private static RecordedHistory Part(KeyOperation[] first, KeyOperation[] second) =>
        new() { Keys = ["a", "b"], Operations = [first, second] };
}
