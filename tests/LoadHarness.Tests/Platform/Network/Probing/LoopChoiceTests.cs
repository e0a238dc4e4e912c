using LoadHarness.Platform.Network.Probing;

namespace LoadHarness.Tests.Platform.Network.Probing;

public sealed class LoopChoiceTests
{
    [Theory]
    [InlineData(0.80, "io_uring")]
    [InlineData(0.95, "io_uring")]
    [InlineData(0.96, "epoll")]
    [InlineData(1.30, "epoll")]
    public void Io_uring_is_taken_when_it_costs_at_least_5_percent_less(double ratio, string loop)
    {
        var choice = LoopChoice.Of(Rounds(100, 100 * ratio)).ShouldNotBeNull();
        choice.Loop.ShouldBe(loop);
        (choice.Epoll_us, choice.IoUring_us, choice.Rounds).ShouldBe((100, 100 * ratio, 5));
    }

    [Fact]
    public void A_disturbed_round_does_not_decide()
    {
        LoopRound[] rounds = [new(5, 4), new(5, 4), new(5, 50), new(5, 4), new(5, 60)];
        LoopChoice.Of(rounds)!.Loop.ShouldBe("io_uring");
        LoopRound[] flattering = [new(50, 5), new(5, 5), new(5, 5), new(60, 5), new(5, 5)];
        LoopChoice.Of(flattering)!.Loop.ShouldBe("epoll");
    }

    [Fact]
    public void What_slows_both_loops_of_a_round_leaves_its_ratio_alone()
    {
        LoopRound[] rounds = [new(5, 4.5), new(10, 9), new(20, 18), new(40, 36)];
        LoopChoice.Of(rounds)!.Ratio.ShouldBe(0.9, 1e-9);
    }

    [Fact]
    public void Of_two_in_the_middle_the_mean_counts()
    {
        LoopRound[] rounds = [new(10, 1), new(10, 8), new(10, 10), new(10, 90)];
        var choice = LoopChoice.Of(rounds).ShouldNotBeNull();
        (choice.Ratio, choice.IoUring_us).ShouldBe((0.9, 9));
    }

    [Fact]
    public void Rounds_without_two_times_do_not_count_and_too_few_decide_nothing()
    {
        LoopRound[] broken = [new(double.NaN, 4), new(5, 0), new(5, 4), new(5, 4)];
        LoopChoice.Of(broken).ShouldBeNull();
        LoopChoice.Of(broken.Append(new LoopRound(5, 4))).ShouldNotBeNull().Rounds.ShouldBe(3);
        LoopChoice.Of([]).ShouldBeNull();
    }

    private static IEnumerable<LoopRound> Rounds(double epoll_us, double ioUring_us) =>
        Enumerable.Repeat(new LoopRound(epoll_us, ioUring_us), 5);
}
