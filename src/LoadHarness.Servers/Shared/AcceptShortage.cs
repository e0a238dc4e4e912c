using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Time;
using LoadHarness.Platform.Sockets;

namespace LoadHarness.Servers.Shared;

/// <summary>
/// Tells that something has run out which new connections need: once when it begins, not at every attempt.
/// </summary>
/// <param name="sink">Where it is told.</param>
internal sealed class AcceptShortage(IEventSink sink)
{
    /// <summary>A shortage is over when so long none was met; attempts come far more often.</summary>
    private static readonly TimeSpan _apart = TimeSpan.FromSeconds(10);

    private long _last_ns = long.MinValue / 2;

    /// <summary>As many connections are open as may be; by the one thread that accepts.</summary>
    public void Full(ServerLimits limits)
    {
        if (limits.WhyFull is { } why) Occurred(why);
    }

    /// <summary>No connection could be taken; by the one thread that accepts.</summary>
    /// <param name="why">What has run out, and what to do.</param>
    public void Occurred(string why)
    {
        var now_ns = MonotonicClock.Now_ns;
        var isKnown = now_ns - _last_ns <= (long)_apart.TotalNanoseconds;
        _last_ns = now_ns;
        if (isKnown) return;
        var told = $"new connections wait, those that are open are served on: {why}";
        sink.Message(told);
        var pause_ns = (long)AcceptErrors.BackOff.TotalNanoseconds;
        sink.Occurred(new ServiceEvent("accept-backoff", now_ns, pause_ns, 1, told));
    }
}
