using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Analysis.Calibration;

namespace LoadHarness.Tests.Analysis.Calibration;

public sealed class QueueReplayTests
{
    private const long Ms = 1_000_000;

    /// <summary>Lindley's recursion by hand: a wait is what is left of the work before it.</summary>
    [Fact]
    public void One_worker_serves_in_turn()
    {
        var replay = new QueueReplay(Queue(workers: 1), 0);
        (long Arrival, long Service)[] requests = [(0, 5), (1, 3), (2, 1), (20, 2), (21, 4)];
        requests.Select(r => replay.Done_ns(r.Arrival * Ms, r.Service * Ms) / Ms).ShouldBe([5, 8, 9, 22, 26]);
    }

    [Fact]
    public void Two_workers_take_the_next_request_as_they_become_free()
    {
        var replay = new QueueReplay(Queue(workers: 2), 0);
        (long Arrival, long Service)[] requests = [(0, 10), (1, 2), (2, 5), (3, 1), (4, 1)];
        requests.Select(r => replay.Done_ns(r.Arrival * Ms, r.Service * Ms) / Ms).ShouldBe([10, 3, 8, 9, 10]);
    }

    [Fact]
    public void Time_worked_and_moments_are_each_others_inverse_outside_stalls() =>
        Prop.ForAll(Gen.Choose(1, 50).Zip(Gen.Choose(0, 49)).Zip(Gen.Choose(0, 2_000)).ToArbitrary(), given =>
        {
            var ((every, stall), worked) = given;
            var time = new WorkingTime(7, every, Math.Min(stall, every - 1));
            var moment = time.Moment_ns(worked);
            // The first moment: just before it, less had been worked.
            return time.Until_ns(moment) == worked && (worked == 0 || time.Until_ns(moment - 1) == worked - 1);
        }).QuickCheckThrowOnFailure();

    /// <summary>Against a simulation that goes from event to event and knows no recursion.</summary>
    [Fact]
    public void The_recursion_gives_what_a_simulation_of_every_event_gives() =>
        Prop.ForAll(
            Gen.Choose(1, 4).Zip(Gen.Choose(0, 30).Zip(Gen.Choose(1, 60)).ListOf(40)).ToArbitrary(),
            given =>
            {
                var (workers, requests) = given;
                var arrivals = new List<(long Arrival, long Service)>();
                var now = 0L;
                foreach (var (gap, service) in requests) arrivals.Add((now += gap, service));
                var replay = new QueueReplay(Queue(workers), 0);
                return arrivals.Select(r => replay.Done_ns(r.Arrival, r.Service))
                    .SequenceEqual(EveryEvent(workers, arrivals));
            }).QuickCheckThrowOnFailure();

    /// <summary>Ticks one by one: who is done leaves, who has arrived queues, who is first in the queue is
    /// served.</summary>
    private static long[] EveryEvent(int workers, List<(long Arrival, long Service)> requests)
    {
        var done = new long[requests.Count];
        var queue = new Queue<int>();
        var served = new List<(int Request, long End)>();
        var arrived = 0;
        for (var now = 0L; arrived < requests.Count || queue.Count > 0 || served.Count > 0; now++)
        {
            foreach (var (request, end) in served.Where(s => s.End == now)) done[request] = end;
            served.RemoveAll(s => s.End == now);
            while (arrived < requests.Count && requests[arrived].Arrival == now) queue.Enqueue(arrived++);
            while (served.Count < workers && queue.TryDequeue(out var next))
                served.Add((next, now + requests[next].Service));
        }

        return done;
    }

    private static QueueSpec Queue(int workers) => new() { Workers = workers, Service_us = 1 };
}
