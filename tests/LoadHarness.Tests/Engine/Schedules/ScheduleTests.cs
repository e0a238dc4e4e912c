using LoadHarness.Engine.Schedules;

namespace LoadHarness.Tests.Engine.Schedules;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData(0, 1000, 1000)]
    [InlineData(5, 1000, 6000)]
    [InlineData(1_000_000, 0, 1_000_000_000)]
    public void After_an_answer_a_client_thinks(long thinkTime_us, long answered_ns, long due_ns) =>
        new ClosedLoopSchedule(thinkTime_us, 7).AfterAnswer_ns(answered_ns).ShouldBe(due_ns);

    [Fact]
    public void After_a_failure_a_client_pauses_whatever_its_think_time() =>
        new ClosedLoopSchedule(99, 7).AfterFailure_ns(1000).ShouldBe(8000);

    [Fact]
    public void The_first_thread_that_closes_a_window_fixes_the_next_end_for_all()
    {
        var plan = new WindowPlan(100);
        plan.EndOf_ns(0, 1000).ShouldBe(1100);
        plan.EndOf_ns(0, 1005).ShouldBe(1100);
        plan.EndOf_ns(1, 1102).ShouldBe(1202);
        plan.EndOf_ns(2, 1203).ShouldBe(1303);
        plan.EndOf_ns(1, 1290).ShouldBe(1202, "the late thread catches up");
        plan.EndOf_ns(2, 1291).ShouldBe(1303);
    }
}
