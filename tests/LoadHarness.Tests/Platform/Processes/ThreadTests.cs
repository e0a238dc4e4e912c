using LoadHarness.Platform.Processes;

namespace LoadHarness.Tests.Platform.Processes;

public sealed class ThreadTests
{
    [Fact]
    public void A_thread_bound_to_a_CPU_runs_there()
    {
        if (!OperatingSystem.IsLinux()) return;
        var allowed = OnOwnThread(() => Enumerable.Range(0, 64).Where(ThreadAffinity.PinCurrentThread).ToList());
        allowed.ShouldNotBeEmpty();
        foreach (var cpu in allowed)
        {
            OnOwnThread(() => ThreadAffinity.PinCurrentThread(cpu) ? Thread.GetCurrentProcessorId() : -1).ShouldBe(cpu);
        }
    }

    [Fact]
    public void A_CPU_that_is_not_there_is_refused_and_one_that_cannot_be_is_an_error()
    {
        OnOwnThread(() => ThreadAffinity.PinCurrentThread(ThreadAffinity.HighestCpu)).ShouldBeFalse();
        Should.Throw<ArgumentOutOfRangeException>(() => ThreadAffinity.PinCurrentThread(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => ThreadAffinity.PinCurrentThread(ThreadAffinity.HighestCpu + 1));
    }

    [Fact]
    public void The_CPU_clock_runs_with_the_thread_that_works_and_belongs_to_it_alone()
    {
        if (OperatingSystem.IsWindows()) return;
        var (busy_ns, fresh_ns) = OnOwnThread(() =>
        {
            var start_ns = ThreadCpuClock.Now_ns;
            while (ThreadCpuClock.Now_ns - start_ns < 20_000_000) Thread.SpinWait(100);
            return (ThreadCpuClock.Now_ns, OnOwnThread(() => ThreadCpuClock.Now_ns));
        });
        fresh_ns.ShouldBeInRange(1, busy_ns - 1);
    }

    [Fact]
    public void The_descriptor_limit_can_be_raised_to_the_hard_one_and_no_further()
    {
        var before = DescriptorLimit.Read();
        before.Current.ShouldBeInRange(1, before.Hard);
        DescriptorLimit.RaiseToHard().ShouldBe(new DescriptorLimit(before.Hard, before.Hard));
        DescriptorLimit.Read().Current.ShouldBe(before.Hard);
    }

    [Theory]
    [InlineData(19_900, 20_000, null)]
    [InlineData(19_901, 20_000, "19901 connections need 20001 descriptors, and this process may open 20000: the hard")]
    [InlineData(50_000, long.MaxValue, null)]
    public void A_want_of_descriptors_is_told_with_its_limit_and_what_to_do(
        long connections, long limit, string? expected)
    {
        var shortage = new DescriptorLimit(limit, limit).Shortage(connections);
        if (expected is null) shortage.ShouldBeNull();
        else shortage.ShouldNotBeNull().ShouldStartWith(expected);
    }

    private static T OnOwnThread<T>(Func<T> work)
    {
        var result = default(T);
        var thread = new Thread(() => result = work());
        thread.Start();
        thread.Join();
        return result!;
    }
}
