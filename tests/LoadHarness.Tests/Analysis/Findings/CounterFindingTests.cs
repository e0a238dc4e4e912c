using LoadHarness.Analysis;
using LoadHarness.Analysis.Findings;
using LoadHarness.Results;

namespace LoadHarness.Tests.Analysis.Findings;

/// <summary>What counters of the server say, on made-up levels; and that next to nothing says nothing.</summary>
public sealed class CounterFindingTests
{
    /// <summary>Levels out at 8 clients with 40 % of its CPU.</summary>
    private static readonly SimulatedServer _idle = new("threaded", n => 1000.0 * Math.Min(n, 8));

    [Fact]
    public void Waits_for_locks_that_grow_with_clients_are_named()
    {
        var finding = Find(FindingCode.LockBound, (row, clients) =>
            row with { LockContentions = (long)(Operations(row) * Math.Min(0.5, 0.02 * clients)) });
        finding.Number("contentions_per_operation").ShouldBeGreaterThan(0.15);
        finding.Number("from_contentions_per_operation").ShouldBe(0.02, 0.001);
        finding.Notes.ShouldContain("the server's CPUs", StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(0.3, 0.3)]
    [InlineData(0.0, 0.05)]
    public void Waits_for_locks_that_do_not_grow_or_are_rare_explain_nothing(double alone, double many) =>
        None(FindingCode.LockBound, (row, clients) =>
            row with { LockContentions = (long)(Operations(row) * (clients == 1 ? alone : many)) });

    [Fact]
    public void A_full_server_is_not_said_to_wait_for_locks() => Analyse(_idle with
    {
        Cpu_us = _ => 120,
        Using = (row, clients) => row with { LockContentions = Operations(row) * clients },
    }).Findings.ShouldNotContain(one => one.Code == FindingCode.LockBound);

    [Fact]
    public void A_server_whose_code_is_still_compiled_was_not_warm() =>
        Find(FindingCode.Compiling, (row, _) => row with { CompileTime_s = 0.08 * row.Length_s })
            .Number("compile_share").ShouldBe(0.08, 0.001);

    [Fact]
    public void The_last_methods_of_a_warm_server_say_nothing() =>
        None(FindingCode.Compiling, (row, _) => row with { CompileTime_s = 0.02 * row.Length_s });

    [Fact]
    public void A_single_thread_that_waits_for_its_cpu_shares_it_with_others()
    {
        var finding = Find(FindingCode.CpuShared, (row, _) => row with
        {
            RunQueueWait_s = row.UserCpu_s,
            BusiestThreadShare = row.UserCpu_s / row.Length_s,
        });
        finding.Number("cpu_wait_share").ShouldBe(0.5, 0.01);
        finding.Notes.ShouldContain("its own other threads", StringComparer.Ordinal);
    }

    [Fact]
    public void Threads_that_wait_behind_each_other_accuse_nobody() => None(FindingCode.CpuShared, (row, _) => row with
    {
        RunQueueWait_s = 5 * row.UserCpu_s,
        BusiestThreadShare = row.UserCpu_s / row.Length_s / 4,
    });

    [Fact]
    public void Work_that_waits_for_pool_threads_at_several_levels_is_a_pool_too_small() =>
        Find(FindingCode.PoolStarved, (row, clients) => row with { PoolQueue = clients, PoolThreads = 2 })
            .Number("pool_threads").ShouldBe(2);

    [Fact]
    public void A_queue_seen_once_is_a_moment() => None(FindingCode.PoolStarved, (row, clients) =>
        row with { PoolQueue = clients == 12 ? 50 : 0, PoolThreads = 2 });

    [Fact]
    public void Pages_from_disk_are_told_from_ten_a_second_on()
    {
        Find(FindingCode.MemoryShort, (row, _) => row with { MajorFaults = (long)(30 * row.Length_s), MinorFaults = 0 })
            .Number("major_faults_per_s").ShouldBe(30, 1);
        None(FindingCode.MemoryShort, (row, _) => row with { MajorFaults = 2, MinorFaults = 9000 });
    }

    [Fact]
    public void Connections_dropped_at_a_full_queue_are_told_and_explain_what_was_sent_again()
    {
        var analysis = Analyse(_idle with
        {
            Using = (row, clients) => row with
            {
                ListenOverflows = clients >= 8 ? 3 : 0,
                ListenDrops = clients >= 8 ? 4 : 0,
                Retransmits = Operations(row),
            },
        });
        var finding = analysis.Findings.Single(one => one.Code == FindingCode.ConnectionsDropped);
        finding.Number("clients").ShouldBe(8);
        finding.Number("drops").ShouldBe(finding.Number("overflows") * 4 / 3, 1e-9);
        analysis.Findings.ShouldNotContain(one => one.Code == FindingCode.SegmentsSentAgain);
    }

    [Fact]
    public void Segments_sent_again_are_told_only_where_they_can_matter()
    {
        Find(FindingCode.SegmentsSentAgain, (row, clients) =>
            row with { Retransmits = clients == 8 ? Operations(row) / 50 : 0, ListenOverflows = 0 })
            .Number("retransmits_per_operation").ShouldBe(0.02, 0.001);
        None(FindingCode.SegmentsSentAgain, (row, _) =>
            row with { Retransmits = Operations(row) / 5000, ListenOverflows = 0 });
        // Nine of them on a slow level may be anybody's.
        None(FindingCode.SegmentsSentAgain, (row, _) => row with { Retransmits = 1, ListenOverflows = 0 }, restarts: 0);
    }

    [Fact]
    public void What_was_lost_while_others_used_the_machine_may_be_theirs()
    {
        var disturbed =
            LevelValidity.Of([new ValidityIssue(ValidityCode.Disturbed, ValidityGrade.Suspect, "9 windows")]);
        Analyse(_idle with
        {
            Validity = _ => disturbed,
            Using = (row, _) => row with { Retransmits = Operations(row), ListenOverflows = 5 },
        }).Findings.ShouldNotContain(one =>
            one.Code == FindingCode.SegmentsSentAgain || one.Code == FindingCode.ConnectionsDropped);
    }

    [Fact]
    public void Unequal_shares_of_processes_are_told_with_what_chance_does()
    {
        var finding = Find(FindingCode.UnevenWorkers, (row, _) =>
            row with { WorkerConnections = "400 100 100 100", WorkerOperations = "4000 1000 1000 1000" });
        finding.Number("operations_max_over_mean").ShouldBe(4 / 1.75, 1e-9);
        finding.Number("expected_cv").ShouldBe(Math.Sqrt(3 / 700.0), 1e-9);
        finding.Number("p").ShouldBeLessThan(1e-6);
    }

    [Fact]
    public void Few_connections_are_uneven_by_chance_and_equal_shares_are_not_told()
    {
        Find(FindingCode.UnevenWorkers, (row, _) =>
            row with { WorkerConnections = "5 3", WorkerOperations = "500 200" })
            .Number("p").ShouldBe(double.NaN);
        None(FindingCode.UnevenWorkers, (row, _) =>
            row with { WorkerConnections = "50 46", WorkerOperations = "500 460" });
    }

    [Fact]
    public void Without_counters_nothing_is_concluded_from_them()
    {
        FindingCode[] codes =
        [
            FindingCode.LockBound, FindingCode.CpuShared, FindingCode.PoolStarved, FindingCode.MemoryShort,
            FindingCode.ConnectionsDropped, FindingCode.SegmentsSentAgain, FindingCode.UnevenWorkers,
        ];
        var analysis = Analyse(_idle);
        analysis.Findings.ShouldNotContain(one => codes.Contains(one.Code));
        analysis.Findings.Single(one => one.Code == FindingCode.Unexplained).Notes
            .ShouldNotContain("locks", StringComparer.Ordinal);
    }

    [Fact]
    public void What_was_looked_at_is_excluded_where_nothing_explains() =>
        Find(FindingCode.Unexplained, (row, _) => row with { LockContentions = 0, PoolQueue = 0, ListenOverflows = 0 })
            .Notes.ShouldBe(
            [
                "the load generator", "the server's CPUs", "log flushes", "locks", "threads of the .NET pool",
                "full listen queues",
            ]);

    [Fact]
    public void Rising_cost_names_the_counter_that_grows_fastest()
    {
        var finding = Analyse(_idle with
        {
            Cpu_us = n => 20 + n,
            Using = (row, clients) => row with
            {
                VoluntarySwitches = Operations(row) * 2,
                InvoluntarySwitches = Operations(row) * clients,
            },
        }).Findings.Single(one => one.Code == FindingCode.OverheadRising);
        finding.Notes.ShouldBe(["involuntary_switches"]);
        finding.Number("counter_to").ShouldBeGreaterThan(4 * finding.Number("counter_from"));
    }

    /// <summary>The made-up server switches context twice for each operation.</summary>
    private static long Operations(ResourceRow row) => row.VoluntarySwitches / 2;

    private static Finding Find(FindingCode code, Func<ResourceRow, int, ResourceRow> use) =>
        Analyse(_idle with { Using = use }).Findings.Single(one => one.Code == code);

    private static void None(FindingCode code, Func<ResourceRow, int, ResourceRow> use, int restarts = 2) =>
        Analyse(_idle with { Using = use }, restarts).Findings.ShouldNotContain(one => one.Code == code);

    private static RunAnalysis Analyse(SimulatedServer server, int restarts = 2) =>
        Analyser.Analyse(new SimulatedRun().Add(server, restarts).ToRun());
}
