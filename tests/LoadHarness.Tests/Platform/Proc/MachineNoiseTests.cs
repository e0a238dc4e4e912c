using LoadHarness.Platform.Proc;

namespace LoadHarness.Tests.Platform.Proc;

public sealed class MachineNoiseTests
{
    private static readonly MachineSample _before = new(0, 0, 0, 0, 0, Cpus: 2);

    [Fact]
    public void What_is_neither_idle_nor_ours_belongs_to_others()
    {
        // 2 CPUs × 100 ms: 80 ms idle, 4 ms stolen, 6 ms interrupts apart, 90 ms ours; 20 ms are left.
        var after = new MachineSample(100_000_000, 115_000_000, 80_000_000, 4_000_000, 6_000_000, Cpus: 2);

        var noise = MachineNoise.Between(_before, after, own_ns: 90_000_000);

        noise.OtherCpuShare.ShouldBe(0.10, 1e-9);
        noise.StealShare.ShouldBe(0.02, 1e-9);
    }

    [Fact]
    public void A_share_below_zero_counts_as_zero() =>
        MachineNoise.Between(_before, new MachineSample(100_000_000, 80_000_000, 120_000_000, 0, 0, 2), 100_000_000)
            .OtherCpuShare.ShouldBe(0);

    [Fact]
    public void Waking_up_and_going_to_sleep_is_nobodys_time()
    {
        // 2 CPUs × 100 ms: 120 ms idle, but only 70 ms in processes: 10 ms went into idling itself. 66 ms are ours.
        var after = new MachineSample(100_000_000, 70_000_000, 120_000_000, 0, 0, Cpus: 2);

        MachineNoise.Between(_before, after, own_ns: 66_000_000).OtherCpuShare.ShouldBe(0.02, 1e-9);
    }

    [Fact]
    public void Without_samples_or_own_time_the_noise_is_unknown()
    {
        MachineNoise.Between(null, _before, 1).OtherCpuShare.ShouldBe(double.NaN);
        MachineNoise.Between(_before, _before with { Time_ns = 5 }, double.NaN).OtherCpuShare.ShouldBe(double.NaN);
    }
}
