using LoadHarness.Contracts.Serving;

namespace LoadHarness.Servers.Shared;

/// <summary>
/// Group commit for threads: the first that needs a flush leads and flushes for all that have logged by then; those
/// that come
/// while it flushes wait together, and one of them leads the next flush. Nobody is woken who still has to wait.
/// </summary>
internal sealed class SharedFlusher
{
    private readonly IDurable _durable;
    private readonly Lock _gate = new();
    private FlushBatch _collecting = new();
    private bool _isFlushing;
    private Exception? _fault;

    /// <summary>Makes the flusher of a service.</summary>
    public SharedFlusher(IDurable durable) => _durable = durable;

    /// <summary>
    /// Returns when everything up to the point is durable. Must not be called while the handler lock is held.
    /// </summary>
    /// <exception cref="DurabilityException">This or an earlier flush has failed: nothing more is promised.</exception>
    public void WaitUntil(long commitPoint)
    {
        while (_durable.DurableUpTo < commitPoint)
        {
            var batch = Join(out var leads);
            if (leads || batch.AwaitOutcome()) Lead(batch);
        }
    }

    private FlushBatch Join(out bool leads)
    {
        lock (_gate)
        {
            if (_fault is not null) throw new DurabilityException(_fault.Message, _fault);
            leads = !_isFlushing;
            _isFlushing = true;
            _collecting.Members++;
            return _collecting;
        }
    }

    private void Lead(FlushBatch batch)
    {
        // From here on newcomers may have logged too late for this flush.
        lock (_gate) _collecting = new FlushBatch();
        Exception? fault = null;
        try
        {
            _durable.Flush();
        }
        catch (Exception e)
        {
            fault = e;
            throw;
        }
        finally
        {
            HandOver(batch, fault);
        }
    }

    private void HandOver(FlushBatch batch, Exception? fault)
    {
        FlushBatch next;
        lock (_gate)
        {
            next = _collecting;
            _fault ??= fault;
            _isFlushing = next.Members > 0 && fault is null;
        }

        batch.Complete(fault);
        if (fault is not null) next.Complete(fault);
        else if (next.Members > 0) next.AppointLeader();
    }
}
