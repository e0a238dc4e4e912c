using LoadHarness.Platform.Network;
using LoadHarness.Platform.Network.Probing;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Tests.Platform.Network.Probing;

public sealed class LoopTrialRunTests
{
    [Fact]
    public void A_trial_gives_two_positive_times_a_round_or_nothing_where_io_uring_is_not_to_be_had()
    {
        var cpus = CpuTopology.Read().Cpus.Cpus;

        var rounds = LoopTrialRun.Measure(cpus[^1], cpus[0]);

        if (!HasIoUring())
        {
            rounds.ShouldBeEmpty();
            return;
        }

        rounds.Count.ShouldBe(7);
        rounds.ShouldAllBe(round => round.Epoll_us > 0 && round.IoUring_us > 0);
        // An operation is two system calls at least: less than 0.1 µs would be a wrong count.
        rounds.ShouldAllBe(round => round.Epoll_us > 0.1 && round.IoUring_us > 0.1);
    }

    [Fact]
    public void It_leaves_the_calling_thread_where_it_is()
    {
        var cpus = CpuTopology.Read().Cpus;

        LoopTrialRun.Measure(cpus.Cpus[0], cpus.Cpus[0]);

        CpuTopology.Read().Cpus.ShouldBe(cpus);
    }

    private static bool HasIoUring()
    {
        if (!OperatingSystem.IsLinux()) return false;
        using var loop = NetworkLoops.Create(NetworkLoops.IoUring);
        return loop.Note is null;
    }
}
