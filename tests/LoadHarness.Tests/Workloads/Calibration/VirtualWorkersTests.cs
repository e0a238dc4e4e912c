using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Analysis.Calibration;
using LoadHarness.Workloads.Calibration;

namespace LoadHarness.Tests.Workloads.Calibration;

public sealed class VirtualWorkersTests
{
    private const long Ms = 1_000_000;

    [Fact]
    public void Requests_are_taken_in_turn_by_the_worker_that_is_free_first()
    {
        var workers = new VirtualWorkers(Fixed(workers: 2, service_ns: 10 * Ms));
        long[] arrivals = [100, 100 + Ms, 100 + 2 * Ms, 100 + 40 * Ms];
        arrivals.Select(arrival_ns => (workers.Admit(arrival_ns).Done_ns - 100) / Ms).ShouldBe([10, 11, 20, 50]);
    }

    [Fact]
    public void The_part_under_the_lock_is_done_by_one_worker_at_a_time()
    {
        var workers = new VirtualWorkers(Fixed(workers: 8, service_ns: 3 * Ms) with { Lock_ns = 2 * Ms });
        new long[] { 0, 0, 0 }.Select(arrival_ns => workers.Admit(arrival_ns).Done_ns / Ms).ShouldBe([5, 7, 9]);
    }

    [Fact]
    public void Every_pair_of_requests_in_the_system_costs_the_same()
    {
        var workers = new VirtualWorkers(Fixed(workers: 8, service_ns: 10 * Ms) with { Coherency_ns = Ms });
        // 1·0, 2·1 and 3·2 ms more; the last one finds the others gone.
        new long[] { 0, 0, 0, 100 * Ms }.Select(arrival_ns => workers.Admit(arrival_ns).Done_ns / Ms)
            .ShouldBe([10, 12, 16, 110]);
    }

    [Fact]
    public void Nothing_gets_on_in_a_stall_and_what_arrives_in_it_begins_behind_it()
    {
        var options = Fixed(workers: 4, service_ns: 30 * Ms) with { StallEvery_ns = 100 * Ms, Stall_ns = 20 * Ms };
        var workers = new VirtualWorkers(options);
        // Stalls from 100 to 120 and from 200 to 220 ms after the first arrival.
        long[] arrivals = [0, 70 * Ms, 75 * Ms, 85 * Ms, 115 * Ms, 205 * Ms];
        arrivals.Select(arrival_ns => workers.Admit(arrival_ns).Done_ns / Ms)
            .ShouldBe([30, 100, 125, 135, 150, 250]);
    }

    [Fact]
    public void The_service_times_of_a_seed_are_always_the_same_and_have_their_mean()
    {
        var draws = new ServiceDraws(5 * Ms, isFixed: false, seed: 7);
        var times = Enumerable.Range(0, 100_000).Select(place => (double)draws.At_ns(place)).ToList();
        new ServiceDraws(5 * Ms, isFixed: false, seed: 7).At_ns(99_999).ShouldBe((long)times[^1]);
        // The standard error of the mean is mean/√n.
        times.Average().ShouldBe(5.0 * Ms, 4 * 5.0 * Ms / Math.Sqrt(times.Count));
        // A share of 1/e is longer than the mean; the standard error of such a count is 153.
        times.Count(time => time > 5.0 * Ms).ShouldBeInRange(36_788 - 4 * 153, 36_788 + 4 * 153);
    }

    /// <summary>Two programs that share no line: one in the server, one in the analysis.</summary>
    [Fact]
    public void The_server_plans_to_the_nanosecond_what_the_replay_computes_afterwards() =>
        Prop.ForAll(
            Gen.Choose(1, 5).Zip(Gen.Choose(0, 3)).Zip(Gen.Choose(0, 2)).Zip(Gen.Choose(0, 4))
                .Zip(Gen.Choose(0, 9_000_000).ListOf(80)).ToArbitrary(),
            given =>
            {
                var ((((workers, lock_ms), coherency_ms), stall_ms), gaps) = given;
                var spec = new QueueSpec
                {
                    Workers = workers,
                    Service_us = 6_000,
                    Lock_us = lock_ms * 1000,
                    Coherency_us = coherency_ms * 100,
                    StallEvery_ms = 23,
                    Stall_ms = stall_ms * 5,
                };
                return AgreeOn(spec, gaps);
            }).QuickCheckThrowOnFailure();

    private static bool AgreeOn(QueueSpec spec, IEnumerable<int> gaps_ns)
    {
        const long origin_ns = 123_456_789;
        var server = new VirtualWorkers(new CalibrationOptions
        {
            Workers = spec.Workers,
            Service_ns = spec.Service_us * 1000,
            Lock_ns = spec.Lock_us * 1000,
            Coherency_ns = spec.Coherency_us * 1000,
            StallEvery_ns = spec.StallEvery_ms * Ms,
            Stall_ns = spec.Stall_ms * Ms,
            Seed = 3,
        });
        var replay = new QueueReplay(spec, origin_ns);
        var arrival_ns = origin_ns;
        foreach (var gap_ns in gaps_ns.Prepend(0))
        {
            arrival_ns += gap_ns;
            var (service_ns, done_ns) = server.Admit(arrival_ns);
            if (replay.Done_ns(arrival_ns, service_ns) != done_ns) return false;
        }

        return true;
    }

    private static CalibrationOptions Fixed(int workers, long service_ns) => new()
    {
        Workers = workers,
        Service_ns = service_ns,
        IsFixed = true,
        StallEvery_ns = 1000 * Ms,
    };
}
