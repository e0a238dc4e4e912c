using LoadHarness.Experiments.Running;
using LoadHarness.Experiments.Suts;
using LoadHarness.Platform.Proc;
using LoadHarness.Platform.Processes;
using LoadHarness.Results;

namespace LoadHarness.Tests.Experiments.Running;

public sealed class UsageTotalTests
{
    private static readonly RunKey _key = new("w", "m", "s", 0, LevelPhase.Ladder, 2, 7);
    private readonly UsageTotal _total = new();

    [Fact]
    public void What_lies_between_two_engine_runs_is_left_out()
    {
        _total.Add(Sample(time_s: 0, cpu_s: 1, flushes: 10), Sample(time_s: 2, cpu_s: 2, flushes: 15));
        _total.Add(Sample(time_s: 10, cpu_s: 9, flushes: 100), Sample(time_s: 11, cpu_s: 9.5, flushes: 101));

        var row = _total.ToRow(_key, "sut", 1);

        row.Length_s.ShouldBe(3);
        row.UserCpu_s.ShouldBe(1.5);
        row.Flushes.ShouldBe(6);
    }

    [Fact]
    public void A_count_that_goes_back_or_is_unknown_stays_unknown()
    {
        _total.Add(Sample(0, 1, flushes: 10), Sample(1, 2, flushes: 9));
        _total.Add(Sample(2, 2, flushes: 1), Sample(3, 3, flushes: 2) with { UserCpu_ns = -1 });

        var row = _total.ToRow(_key, "sut", 1);

        row.Flushes.ShouldBe(-1);
        row.UserCpu_s.ShouldBe(double.NaN);
    }

    [Fact]
    public void Cpu_time_is_known_when_a_tick_of_system_time_makes_user_time_seem_to_go_back()
    {
        // 7 ms more in all, and the system part has gone from 10 to 20 ms by a tick.
        _total.Add(Cpu(user_ms: 95, system_ms: 10), Cpu(user_ms: 92, system_ms: 20));

        var row = _total.ToRow(_key, "sut", 1);

        (row.UserCpu_s, row.SystemCpu_s).ShouldBe((0, 0.007));

        static UsageSample Cpu(long user_ms, long system_ms) =>
            new() { UserCpu_ns = user_ms * 1_000_000, SystemCpu_ns = system_ms * 1_000_000 };
    }

    [Fact]
    public void The_busiest_thread_is_the_one_with_most_time_in_all_runs_together()
    {
        _total.Add(Threads(0, (1, 0.0), (2, 0.5)), Threads(1, (1, 0.6), (2, 0.7)));
        // A thread that was not there before has used all of its time in this run.
        _total.Add(Threads(5, (1, 0.6)), Threads(6, (1, 0.9), (3, 0.2)));

        _total.ToRow(_key, "sut", 1).BusiestThreadShare.ShouldBe(0.9 / 2, 1e-9);
    }

    [Fact]
    public void Waits_for_a_cpu_are_those_of_the_threads_there_at_the_end()
    {
        _total.Add(Waits((1, 100), (2, 900)), Waits((1, 400), (3, 50)));
        // A thread with the number of one that has ended counts whole.
        _total.Add(Waits((1, 400)), Waits((1, 30)));

        _total.ToRow(_key, "sut", 1).RunQueueWait_s.ShouldBe(380e-9, 1e-15);

        static UsageSample Waits(params (int Thread, long Wait_ns)[] threads) =>
            new() { ThreadWait_ns = threads.ToDictionary(t => t.Thread, t => t.Wait_ns) };
    }

    [Fact]
    public void What_several_processes_got_is_added_up_for_each()
    {
        _total.Add(Workers(), Workers((4, 100), (1, 20)));
        _total.Add(Workers((4, 100), (1, 20)), Workers((8, 180), (2, 50)));

        var row = _total.ToRow(_key, "sut", 1);

        (row.WorkerConnections, row.WorkerOperations).ShouldBe(("4 1", "80 30"));

        static UsageSample Workers(params (long Connections, long Operations)[] workers) =>
            new() { Workers = [.. workers.Select(w => new WorkerCounts(w.Connections, w.Operations))] };
    }

    [Fact]
    public void Counters_of_the_system_and_the_runtime_become_columns_and_what_is_unknown_stays_so()
    {
        var before = new UsageSample
        {
            MajorFaults = 3,
            Written_bytes = 100,
            Network = new NetworkSample { Retransmits = 5, ListenOverflows = 1 },
            Allocated_bytes = 1000,
            PoolQueue = 9,
        };
        _total.Add(before, before with
        {
            MajorFaults = 5,
            Written_bytes = 4196,
            Network = new NetworkSample { Retransmits = 6, ListenOverflows = 1 },
            Allocated_bytes = 3000,
            PoolQueue = 2,
            PoolThreads = 4,
        });

        var row = _total.ToRow(_key, "sut", 1);

        (row.MajorFaults, row.Written_bytes, row.Retransmits, row.ListenOverflows).ShouldBe((2, 4096, 1, 0));
        (row.Allocated_bytes, row.PoolQueue, row.PoolThreads).ShouldBe((2000, 2, 4));
        (row.Read_bytes, row.ListenDrops, row.MinorFaults, row.RunQueueWait_s).ShouldBe((-1, -1, -1, double.NaN));
        row.WorkerOperations.ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_run_nothing_is_known_of_threads() =>
        _total.ToRow(_key, "sut", 1).BusiestThreadShare.ShouldBe(double.NaN);

    private static UsageSample Sample(double time_s, double cpu_s, long flushes) => new()
    {
        Time_ns = (long)(time_s * 1e9),
        UserCpu_ns = (long)(cpu_s * 1e9),
        Flushes = flushes,
    };

    private static UsageSample Threads(double time_s, params (int Thread, double Cpu_s)[] threads) => new()
    {
        Time_ns = (long)(time_s * 1e9),
        ThreadCpu_ns = threads.ToDictionary(t => t.Thread, t => (long)(t.Cpu_s * 1e9)),
    };
}
