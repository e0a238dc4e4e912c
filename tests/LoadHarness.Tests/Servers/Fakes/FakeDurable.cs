using LoadHarness.Contracts.Serving;

namespace LoadHarness.Tests.Servers.Fakes;

/// <summary>A log without a file, whose flushes a test can hold up and let fail.</summary>
internal sealed class FakeDurable : IDurable
{
    private readonly object _turns = new();
    private bool _holdsFlushes;
    private long _logged;
    private long _durable;
    private long _flushes;

    public long DurableUpTo => Interlocked.Read(ref _durable);

    public long FlushCount => Interlocked.Read(ref _flushes);

    public long FlushTime_ns => 0;

    public Task<DurabilityException> Failed { get; } = new TaskCompletionSource<DurabilityException>().Task;

    public long Logged => Interlocked.Read(ref _logged);

    /// <summary>True while a flush is under way.</summary>
    public bool IsFlushing { get; private set; }

    /// <summary>What the next flush throws.</summary>
    public Exception? Fault { get; set; }

    public long Log() => Interlocked.Increment(ref _logged);

    public void HoldFlushes() => Volatile.Write(ref _holdsFlushes, true);

    public void ReleaseFlushes() => Volatile.Write(ref _holdsFlushes, false);

    public void Flush()
    {
        lock (_turns)
        {
            var upTo = Logged;
            IsFlushing = true;
            Eventually.True(() => !Volatile.Read(ref _holdsFlushes), "the test lets the flush go on");
            IsFlushing = false;
            if (Fault is not null) throw Fault;
            Interlocked.Increment(ref _flushes);
            Interlocked.Exchange(ref _durable, upTo);
        }
    }
}
