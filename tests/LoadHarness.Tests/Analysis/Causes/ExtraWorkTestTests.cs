using LoadHarness.Analysis.Causes;
using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Tests.Analysis.Causes;

public sealed class ExtraWorkTestTests
{
    [Theory]
    [InlineData(0.0, 0.0, 0.01, LimitKind.Server)]      // nothing lost
    [InlineData(-0.02, -0.01, 0.01, LimitKind.Server)]  // a little gained
    [InlineData(0.0, 0.10, 0.01, LimitKind.Server)]     // it had more than 10 % to spare and less than 20 %
    [InlineData(0.095, 0.182, 0.01, LimitKind.Client)]  // in step
    [InlineData(0.11, 0.20, 0.01, LimitKind.Client)]    // more than in step: caches
    [InlineData(0.07, 0.14, 0.005, LimitKind.Client)]   // most of it
    [InlineData(0.048, 0.091, 0.01, LimitKind.Undecided)] // half of it
    [InlineData(0.045, 0.136, 0.01, LimitKind.Undecided)] // 5 % to spare
    [InlineData(0.0, 0.0, 0.10, LimitKind.Undecided)]   // nothing can be seen
    [InlineData(0.095, 0.182, 0.10, LimitKind.Undecided)]
    public void Half_of_the_loss_in_step_divides_server_and_client(
        double small, double large, double error, LimitKind limit) =>
        ExtraWorkTest.Decide([Dose(0.1, small, error), Dose(0.2, large, error)], 0.97).ShouldBe(limit);

    [Fact]
    public void A_generator_that_is_idle_half_of_the_time_cannot_have_lost_by_extra_work() =>
        ExtraWorkTest.Decide([Dose(0.1, 0.095, 0.01), Dose(0.2, 0.182, 0.01)], 0.45).ShouldBe(LimitKind.Undecided);

    [Fact]
    public void Without_an_interval_nothing_is_decided() =>
        ExtraWorkTest.Decide([new DoseEffect(0.1, new MeanEstimate(0, double.NaN, 0))], 1)
            .ShouldBe(LimitKind.Undecided);

    [Fact]
    public void Without_extra_work_nothing_was_tested() => ExtraWorkTest.Decide([], 1).ShouldBe(LimitKind.NotTested);

    [Fact]
    public void Losses_are_shares_of_the_throughput_without_it()
    {
        var dose = Dose(0.2, Math.Log(1.2), 0.01);

        dose.LostShare.ShouldBe(1 - 1 / 1.2, 1e-9);
        dose.InStep.ShouldBe(dose.Loss.Mean, 1e-9);
        dose.LostAtLeast.ShouldBeLessThan(dose.LostShare);
        dose.LostAtMost.ShouldBeGreaterThan(dose.LostShare);
    }

    private static DoseEffect Dose(double share, double loss, double error) =>
        new(share, new MeanEstimate(loss, error, 30));
}
