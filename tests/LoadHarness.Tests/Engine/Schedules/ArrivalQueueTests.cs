using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Engine;
using LoadHarness.Engine.Schedules;

namespace LoadHarness.Tests.Engine.Schedules;

public sealed class ArrivalQueueTests
{
    private const long Start_ns = 1_000_000_000_000;

    [Fact]
    public void What_is_due_and_not_taken_waits()
    {
        var queue = Every1000ns();
        queue.Due_ns.ShouldBe(Start_ns);
        queue.Count(Start_ns - 1).ShouldBe((0, 0));
        queue.Count(Start_ns + 2500).ShouldBe((3, 3));
        queue.Advance();
        queue.Due_ns.ShouldBe(Start_ns + 1000);
        queue.Count(Start_ns + 2999).ShouldBe((0, 2));
        queue.Advance();
        queue.Advance();
        queue.Count(Start_ns + 3000).ShouldBe((1, 1), "one is due at the very moment");
    }

    [Theory]
    [InlineData(1, 50_000)]
    [InlineData(2000, 50_000)]
    [InlineData(4000, 25_000)]
    [InlineData(10_000_000, 10)]
    public void The_thread_is_awake_a_little_before_for_a_tenth_of_its_time_at_most(double rate_per_s, long awake_ns)
    {
        var queue = new ArrivalQueue(new ArrivalSchedule(new OpenLoad { Rate_per_s = rate_per_s }, 0, 1), Start_ns);
        queue.Wake_ns.ShouldBe(queue.Due_ns - awake_ns);
    }

    [Fact]
    public void What_was_taken_at_once_was_due_all_the_same()
    {
        var queue = Every1000ns();
        for (var i = 0; i < 5; i++) queue.Advance();
        queue.Count(Start_ns + 4000).ShouldBe((5, 0));
    }

    [Fact]
    public void Arrivals_are_those_taken_and_those_that_wait() =>
        Prop.ForAll<byte[]>(windows =>
        {
            var queue = new ArrivalQueue(new ArrivalSchedule(new OpenLoad { Rate_per_s = 1e6 }, 0, 1), Start_ns);
            var (now_ns, arrived, taken) = (Start_ns, 0L, 0L);
            foreach (var window in windows)
            {
                now_ns += 40 * window;
                for (var i = 0; i < window % 16 && queue.Due_ns <= now_ns; i++, taken++) queue.Advance();
                var (more, waiting) = queue.Count(now_ns);
                arrived += more;
                if (arrived != taken + waiting || (waiting == 0) != (queue.Due_ns > now_ns)) return false;
            }

            return true;
        }).QuickCheckThrowOnFailure();

    private static ArrivalQueue Every1000ns() =>
        new(new ArrivalSchedule(new OpenLoad { Rate_per_s = 1e6, Arrivals = Arrivals.Constant }, 0, 1), Start_ns);
}
