using LoadHarness.Contracts.Serving;
using LoadHarness.Servers.Async;
using LoadHarness.Tests.Servers.Fakes;

namespace LoadHarness.Tests.Servers.Async;

public sealed class AsyncFlusherTests
{
    private readonly FakeDurable _durable = new();
    private readonly AsyncFlusher _flusher;

    public AsyncFlusherTests() => _flusher = new AsyncFlusher(_durable);

    [Fact]
    public void What_is_durable_already_is_not_waited_for()
    {
        _flusher.WaitUntilAsync(0).IsCompletedSuccessfully.ShouldBeTrue();
        _durable.FlushCount.ShouldBe(0);
    }

    [Fact]
    public async Task Everybody_goes_on_only_when_their_own_point_is_durable()
    {
        var early = 0;
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                var point = _durable.Log();
                await _flusher.WaitUntilAsync(point);
                if (_durable.DurableUpTo < point) Interlocked.Increment(ref early);
            }
        }))).WaitAsync(Eventually.Bound);
        early.ShouldBe(0);
        _durable.DurableUpTo.ShouldBe(16 * 200);
    }

    [Fact]
    public async Task Those_that_come_during_a_flush_share_the_next()
    {
        _durable.HoldFlushes();
        var first = _flusher.WaitUntilAsync(_durable.Log());
        Eventually.True(() => _durable.IsFlushing, "something is flushed");
        var others = Enumerable.Range(0, 20).Select(_ => _flusher.WaitUntilAsync(_durable.Log())).ToList();
        _durable.ReleaseFlushes();
        await Task.WhenAll([first, .. others]).WaitAsync(Eventually.Bound);
        _durable.FlushCount.ShouldBe(2);
    }

    [Fact]
    public async Task A_failed_flush_fails_all_that_wait_and_all_that_come()
    {
        _durable.HoldFlushes();
        var first = _flusher.WaitUntilAsync(_durable.Log());
        Eventually.True(() => _durable.IsFlushing, "something is flushed");
        var second = _flusher.WaitUntilAsync(_durable.Log());
        _durable.Fault = new DurabilityException("the disk is full");
        _durable.ReleaseFlushes();
        await Should.ThrowAsync<DurabilityException>(() => first.WaitAsync(Eventually.Bound));
        await Should.ThrowAsync<DurabilityException>(() => second.WaitAsync(Eventually.Bound));
        var late = await Should.ThrowAsync<DurabilityException>(() => _flusher.WaitUntilAsync(_durable.Log()));
        late.Message.ShouldBe("the disk is full");
    }
}
