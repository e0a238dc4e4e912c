using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Platform.Network.Timers;

namespace LoadHarness.Tests.Platform.Network;

public sealed class TimerHeapTests
{
    [Fact]
    public void Timers_come_out_by_due_time_and_then_in_the_order_they_were_set() =>
        Prop.ForAll<int[]>(dues =>
        {
            var heap = new TimerHeap();
            for (var i = 0; i < dues.Length; i++) heap.Set(dues[i], i);
            var taken = new List<long>();
            while (heap.TryTake(long.MaxValue, long.MaxValue, out var token)) taken.Add(token);
            return taken.SequenceEqual(Enumerable.Range(0, dues.Length).Select(i => (long)i).OrderBy(i => dues[i]));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Setting_and_taking_in_any_mixture_loses_nothing() =>
        Prop.ForAll<int[]>(dues =>
        {
            var heap = new TimerHeap();
            var expected = new PriorityQueue<int, (int Due, int Order)>();
            for (var i = 0; i < dues.Length; i++)
            {
                heap.Set(dues[i], i);
                expected.Enqueue(i, (dues[i], i));
                if (dues[i] % 2 != 0) continue;
                heap.TryTake(long.MaxValue, long.MaxValue, out var token).ShouldBeTrue();
                if (token != expected.Dequeue()) return false;
            }

            return heap.NextDue_ns == (expected.Count == 0 ? long.MaxValue : dues[expected.Peek()]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_timer_that_is_not_due_or_was_set_after_the_mark_stays()
    {
        var heap = new TimerHeap();
        heap.Set(10, 1);
        heap.TryTake(9, long.MaxValue, out _).ShouldBeFalse();
        heap.TryTake(10, setBefore: 0, out _).ShouldBeFalse();
        heap.TryTake(10, heap.SetCount, out var token).ShouldBeTrue();
        token.ShouldBe(1);
        heap.NextDue_ns.ShouldBe(long.MaxValue);
    }
}
