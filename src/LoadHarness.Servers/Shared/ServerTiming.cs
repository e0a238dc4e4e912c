namespace LoadHarness.Servers.Shared;

/// <summary>The deadlines of connections, in timestamps of the server's time source.</summary>
internal sealed class ServerTiming
{
    /// <summary>How often deadlines are looked at. Coarse: what they guard against lasts seconds or minutes.</summary>
    public static readonly TimeSpan CheckInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// How long a stopping server lets answers leave before it cuts connections off; a stop must take less than a
    /// second.
    /// </summary>
    public static readonly TimeSpan StopGrace = TimeSpan.FromMilliseconds(400);

    /// <summary>Most bytes read and thrown away while a connection closes.</summary>
    public const int LingerLimit_bytes = 1024 * 1024;

    private readonly TimeProvider _time;
    private readonly long _idle_ticks;
    private readonly long _linger_ticks;

    /// <summary>Takes the limits from the options.</summary>
    public ServerTiming(ServerOptions options)
    {
        _time = options.Time;
        _idle_ticks = Ticks(options.IdleTimeout);
        _linger_ticks = Ticks(options.LingerTime);
    }

    /// <summary>Now.</summary>
    public long Now => _time.GetTimestamp();

    /// <summary>When a connection that has made progress at the given time is dropped.</summary>
    public long IdleDeadline(long now) => now + _idle_ticks;

    /// <summary>When a connection that began to close at the given time is dropped.</summary>
    public long LingerDeadline(long now) => now + _linger_ticks;

    private long Ticks(TimeSpan span) =>
        span == Timeout.InfiniteTimeSpan ? long.MaxValue / 2 : (long)(span.TotalSeconds * _time.TimestampFrequency);
}
