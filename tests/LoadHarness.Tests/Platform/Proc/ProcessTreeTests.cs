using LoadHarness.Platform.Proc;

namespace LoadHarness.Tests.Platform.Proc;

public sealed class ProcessTreeTests
{
    [Fact]
    public void A_process_without_children_is_its_own_tree_and_is_sampled_like_itself()
    {
        if (!OperatingSystem.IsLinux()) return;
        var sampler = new ProcessTreeSampler(Environment.ProcessId);
        sampler.Sample().Rss_bytes.ShouldBePositive();
        sampler.Cpu_ns().ShouldBePositive();
        sampler.Sample().MinorFaults.ShouldBePositive();
        sampler.Sample().ThreadWait_ns.ShouldNotBeEmpty();
    }

    [Fact]
    public void What_tcp_counts_is_read_where_a_process_is()
    {
        if (!OperatingSystem.IsLinux()) return;
        var sample = new NetworkSampler(Environment.ProcessId).Sample();
        sample.Retransmits.ShouldBeGreaterThanOrEqualTo(0);
        sample.ListenOverflows.ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public void A_process_that_is_gone_is_unknown()
    {
        // Above the highest number that Linux gives.
        const int Nobody = 99_999_999;
        new ProcessTreeSampler(Nobody).Cpu_ns().ShouldBe(-1);
    }

    [Fact]
    public void Sums_take_what_is_known()
    {
        var one = new ProcessSample { Time_ns = 1, Cpu_ns = 5, Threads = 2, Rss_bytes = 10 };
        var sum = one.Plus(new ProcessSample { Time_ns = 2, Cpu_ns = 7, Threads = 3 });
        (sum.Cpu_ns, sum.Threads, sum.Rss_bytes, sum.VoluntarySwitches).ShouldBe((12, 5, 10, -1));
    }

    [Fact]
    public void What_an_ended_process_has_used_stays_and_what_it_held_is_gone()
    {
        var end = new ProcessSample { Time_ns = 1, Cpu_ns = 5, Threads = 2, Rss_bytes = 10 }.AtItsEnd(9);
        (end.Time_ns, end.Cpu_ns, end.Threads, end.Rss_bytes).ShouldBe((9, 5, 0, 0));
    }
}
