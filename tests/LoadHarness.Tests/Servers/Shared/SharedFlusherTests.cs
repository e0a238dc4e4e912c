using LoadHarness.Contracts.Serving;
using LoadHarness.Servers.Shared;
using LoadHarness.Tests.Servers.Fakes;

namespace LoadHarness.Tests.Servers.Shared;

public sealed class SharedFlusherTests
{
    private readonly FakeDurable _durable = new();
    private readonly SharedFlusher _flusher;

    public SharedFlusherTests() => _flusher = new SharedFlusher(_durable);

    [Fact]
    public void What_is_durable_already_is_not_waited_for()
    {
        _flusher.WaitUntil(0);
        _durable.FlushCount.ShouldBe(0);
    }

    [Fact]
    public void Everybody_returns_only_when_their_own_point_is_durable()
    {
        var early = 0;
        var threads = Start(16, () =>
        {
            for (var i = 0; i < 200; i++)
            {
                var point = _durable.Log();
                _flusher.WaitUntil(point);
                if (_durable.DurableUpTo < point) Interlocked.Increment(ref early);
            }
        });
        threads.ForEach(thread => thread.Join(Eventually.Bound).ShouldBeTrue("a thread was never woken"));
        early.ShouldBe(0);
        _durable.DurableUpTo.ShouldBe(16 * 200);
    }

    [Fact]
    public void Those_that_come_during_a_flush_share_the_next()
    {
        _durable.HoldFlushes();
        var first = Start(1, LogAndWait);
        Eventually.True(() => _durable.IsFlushing, "something is flushed");
        var others = Start(20, LogAndWait);
        Eventually.Is(() => _durable.Logged, 21, "all have logged");
        _durable.ReleaseFlushes();
        foreach (var thread in first.Concat(others)) thread.Join(Eventually.Bound)
            .ShouldBeTrue("a thread was never woken");
        // One for the first, one for the others; one more if a thread was late between logging and waiting.
        _durable.FlushCount.ShouldBeInRange(2, 3);
    }

    [Fact]
    public void A_failed_flush_fails_all_that_wait_and_all_that_come()
    {
        _durable.HoldFlushes();
        var failed = 0;
        var threads = Start(10, () =>
        {
            try
            {
                LogAndWait();
            }
            catch (DurabilityException)
            {
                Interlocked.Increment(ref failed);
            }
        });
        Eventually.True(() => _durable.IsFlushing && _durable.Logged == 10, "one flushes and all have logged");
        _durable.Fault = new DurabilityException("the disk is full");
        _durable.ReleaseFlushes();
        threads.ForEach(thread => thread.Join(Eventually.Bound).ShouldBeTrue("a thread was never woken"));
        failed.ShouldBe(10);
        Should.Throw<DurabilityException>(LogAndWait).Message.ShouldBe("the disk is full");
    }

    private void LogAndWait() => _flusher.WaitUntil(_durable.Log());

    private static List<Thread> Start(int count, Action run)
    {
        var threads = Enumerable.Range(0, count).Select(_ => new Thread(() => run()) { IsBackground = true }).ToList();
        threads.ForEach(thread => thread.Start());
        return threads;
    }
}
