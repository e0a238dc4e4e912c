using LoadHarness.Contracts.Serving;

namespace LoadHarness.Tests.Servers.Fakes;

/// <summary>A log for one thread whose flushes cost nothing and allocate nothing.</summary>
internal sealed class InstantDurable : IDurable
{
    private long _logged;

    public long DurableUpTo { get; private set; }

    public long FlushCount { get; private set; }

    public long FlushTime_ns => 0;

    public Task<DurabilityException> Failed { get; } = new TaskCompletionSource<DurabilityException>().Task;

    public long Log() => ++_logged;

    public void Flush()
    {
        DurableUpTo = _logged;
        FlushCount++;
    }
}
