using LoadHarness.Contracts.Serving;

namespace LoadHarness.Servers.Async;

/// <summary>
/// Group commit for asynchronous methods: the first that needs a flush leads, lets all others that are ready to run
/// log first, and flushes for them too. Those that come while it flushes share the next flush.
/// </summary>
internal sealed class AsyncFlusher
{
    private readonly IDurable _durable;
    private readonly Lock _gate = new();
    private TaskCompletionSource _collecting = NewBatch();
    private bool _isFlushing;
    private bool _hasMembers;
    private Exception? _fault;

    /// <summary>Makes the flusher of a service.</summary>
    public AsyncFlusher(IDurable durable) => _durable = durable;

    /// <summary>
    /// Completes when everything up to the point is durable. Must not be called while the handler lock is held.
    /// </summary>
    /// <exception cref="DurabilityException">This or an earlier flush has failed: nothing more is promised.</exception>
    public Task WaitUntilAsync(long commitPoint)
    {
        if (_durable.DurableUpTo >= commitPoint) return Task.CompletedTask;
        lock (_gate)
        {
            if (_fault is not null) return Task.FromException(new DurabilityException(_fault.Message, _fault));
            // Whatever is logged before a batch is taken from here will be flushed with it.
            _hasMembers = true;
            var batch = _collecting.Task;
            if (_isFlushing) return batch;
            _isFlushing = true;
            _ = LeadAsync();
            return batch;
        }
    }

    private static TaskCompletionSource NewBatch() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task LeadAsync()
    {
        while (true)
        {
            // Behind all that is ready to run: what they log shares this flush, like in one turn of an event loop.
            await Task.Yield();
            var batch = TakeBatch();
            if (batch is null) return;
            try
            {
                _durable.Flush();
            }
            catch (Exception fault)
            {
                Fail(fault, batch);
                return;
            }

            batch.SetResult();
        }
    }

    private TaskCompletionSource? TakeBatch()
    {
        lock (_gate)
        {
            _isFlushing = _hasMembers;
            if (!_hasMembers) return null;
            var batch = _collecting;
            (_collecting, _hasMembers) = (NewBatch(), false);
            return batch;
        }
    }

    private void Fail(Exception fault, TaskCompletionSource batch)
    {
        TaskCompletionSource next;
        lock (_gate)
        {
            _fault = fault;
            next = _collecting;
        }

        batch.SetException(fault);
        next.SetException(fault);
        // Nobody may be waiting for the second.
        _ = next.Task.Exception;
    }
}
