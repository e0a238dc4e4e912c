using LoadHarness.Experiments.Running;

namespace LoadHarness.Tests.Experiments.Running;

public sealed class WarmUpSharesTests
{
    private long _now_ns = 1000;

    [Fact]
    public void A_stage_that_never_becomes_steady_takes_nothing_that_others_are_owed()
    {
        // Four stages of 10 each are owed 40 of 72: 32 are to spare.
        var shares = new WarmUpShares(72, 10, 4, () => _now_ns);

        UntilItsTimeIsUp(shares).ShouldBe(26);
        UntilItsTimeIsUp(shares).ShouldBe(18);
        UntilItsTimeIsUp(shares).ShouldBe(14);
        UntilItsTimeIsUp(shares).ShouldBe(14);
        _now_ns.ShouldBe(1072);
    }

    [Fact]
    public void What_a_stage_leaves_is_there_for_the_later_ones()
    {
        var shares = new WarmUpShares(40, 10, 2, () => _now_ns);
        shares.Next_ns();
        _now_ns += 12;

        shares.Next_ns().ShouldBe(1040);
    }

    [Fact]
    public void A_stage_gets_what_it_is_owed_though_earlier_ones_took_longer()
    {
        var shares = new WarmUpShares(20, 10, 2, () => _now_ns);
        shares.Next_ns();
        _now_ns += 35;

        shares.Next_ns().ShouldBe(_now_ns + 10);
    }

    private long UntilItsTimeIsUp(WarmUpShares shares)
    {
        var (begin_ns, latest_ns) = (_now_ns, shares.Next_ns());
        _now_ns = latest_ns;
        return latest_ns - begin_ns;
    }
}
