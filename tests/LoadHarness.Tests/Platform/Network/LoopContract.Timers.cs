using LoadHarness.Contracts.Time;

namespace LoadHarness.Tests.Platform.Network;

/// <content>Timers.</content>
public abstract partial class LoopContract
{
    [Fact]
    public void Timers_fire_in_the_order_of_their_due_time_and_not_before_it()
    {
        using var driver = NewDriver(listen: false);
        var start_ns = MonotonicClock.Now_ns;
        long[] due_ns = [start_ns + 3_000_000, start_ns + 200_000, start_ns, start_ns + 5_000_000, start_ns + 200_000];
        driver.OnTimer = token => driver.Loop.TurnTime_ns.ShouldBeGreaterThanOrEqualTo(due_ns[token]);
        for (var i = 0; i < due_ns.Length; i++) driver.Loop.SetTimer(due_ns[i], i);
        driver.Until(() => driver.FiredTimers.Count == due_ns.Length, "all timers fire");
        driver.FiredTimers.ShouldBe([2, 1, 4, 0, 3]);
    }

    [Fact]
    public void A_wait_without_end_ends_with_the_first_timer()
    {
        using var driver = NewDriver(listen: false);
        driver.Loop.SetTimer(MonotonicClock.Now_ns + 3_000_000, 1);
        WaitWithoutEndForTheFirstTimer(driver);
        driver.FiredTimers.ShouldBe([1]);
    }

    [Fact]
    public void An_earlier_timer_overtakes_one_that_is_being_waited_for()
    {
        using var driver = NewDriver(listen: false);
        driver.Loop.SetTimer(MonotonicClock.Now_ns + 3_600_000_000_000, 1);
        WaitWithoutEndForTheFirstTimer(driver, before: () =>
        {
            driver.Loop.Turn(driver, 0);
            driver.Loop.Wake();
            driver.Loop.Turn(driver, long.MaxValue);
            driver.Loop.SetTimer(MonotonicClock.Now_ns + 1_000_000, 2);
        });
        driver.FiredTimers.ShouldBe([2]);
    }

    [Fact]
    public void A_timer_set_in_a_callback_for_the_past_waits_for_the_next_turn()
    {
        using var driver = NewDriver(listen: false);
        var turnOfTimer = new List<int>();
        driver.OnTimer = token =>
        {
            turnOfTimer.Add(driver.TurnCount);
            if (token < 3) driver.Loop.SetTimer(0, token + 1);
        };
        driver.Loop.SetTimer(0, 1);
        driver.Until(() => driver.FiredTimers.Count == 3, "all timers fire");
        turnOfTimer.Distinct().Count().ShouldBe(3);
    }

    /// <summary>On a thread of its own from the first turn on, because a loop has one.</summary>
    private static void WaitWithoutEndForTheFirstTimer(
        LoopDriver driver, Action? before = null) => _ = new Background<int>(() =>
    {
        before?.Invoke();
        while (driver.FiredTimers.Count == 0) driver.Loop.Turn(driver, long.MaxValue);
        return driver.FiredTimers.Count;
    }).Value;
}
