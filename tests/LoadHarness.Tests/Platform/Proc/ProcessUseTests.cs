using LoadHarness.Platform.Proc;

namespace LoadHarness.Tests.Platform.Proc;

public sealed class ProcessUseTests
{
    private readonly ProcessSample _before = new()
    {
        Time_ns = 1_000_000_000,
        Cpu_ns = 500_000_000,
        UserCpu_ns = 300_000_000,
        SystemCpu_ns = 200_000_000,
        ThreadCpu_ns = new Dictionary<int, long> { [1] = 400_000_000 },
        VoluntarySwitches = 10,
        InvoluntarySwitches = 5,
    };

    private readonly ProcessSample _after = new()
    {
        Time_ns = 3_000_000_000,
        Cpu_ns = 1_504_000_000,
        UserCpu_ns = 1_050_000_000,
        SystemCpu_ns = 450_000_000,
        ThreadCpu_ns = new Dictionary<int, long> { [1] = 500_000_000, [2] = 900_000_000 },
        VoluntarySwitches = 30,
        InvoluntarySwitches = 6,
    };

    [Fact]
    public void The_exact_total_is_divided_as_the_ticks_are()
    {
        var use = ProcessUse.Between(_before, _after);

        use.UserCpu_s.ShouldBe(0.753, 1e-9);
        use.SystemCpu_s.ShouldBe(0.251, 1e-9);
        use.Length_s.ShouldBe(2);
    }

    [Fact]
    public void A_thread_that_started_in_between_counts_whole() =>
        ProcessUse.Between(_before, _after).BusiestThreadShare.ShouldBe(0.45, 1e-9);

    [Fact]
    public void Switches_are_unknown_when_ended_threads_took_their_counts_along()
    {
        ProcessUse.Between(_before, _after).VoluntarySwitches.ShouldBe(20);
        ProcessUse.Between(_before, _after with { VoluntarySwitches = 9 }).VoluntarySwitches.ShouldBe(-1);
    }

    [Fact]
    public void What_was_not_sampled_is_unknown()
    {
        var use = ProcessUse.Between(new ProcessSample { Time_ns = 0 }, new ProcessSample { Time_ns = 1 });

        use.UserCpu_s.ShouldBe(double.NaN);
        use.BusiestThreadShare.ShouldBe(double.NaN);
        use.VoluntarySwitches.ShouldBe(-1);
    }
}
