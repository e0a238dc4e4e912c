namespace LoadHarness.Servers.Shared;

/// <summary>How long things of a connection may take, in ticks of the server's time source.</summary>
internal sealed class ServerTiming
{
    /// <summary>
    /// How long a stopping server lets answers leave before it cuts connections off; a stop must take less than a
    /// second.
    /// </summary>
    public static readonly TimeSpan StopGrace = TimeSpan.FromMilliseconds(400);

    /// <summary>Most bytes read and thrown away while a connection closes.</summary>
    public const int LingerLimit_bytes = 1024 * 1024;

    private readonly TimeProvider _time;

    /// <summary>Takes the limits from the options.</summary>
    public ServerTiming(ServerOptions options)
    {
        _time = options.Time;
        CheckInterval = options.CheckInterval;
        Idle_ticks = Ticks(options.IdleTimeout);
        Request_ticks = Ticks(options.RequestTimeout);
        Answer_ticks = Ticks(options.AnswerTimeout);
        Linger_ticks = Ticks(options.LingerTime);
    }

    /// <summary><see cref="ServerOptions.CheckInterval"/>.</summary>
    public TimeSpan CheckInterval { get; }

    /// <summary>Now.</summary>
    public long Now => _time.GetTimestamp();

    /// <summary><see cref="ServerOptions.IdleTimeout"/>.</summary>
    public long Idle_ticks { get; }

    /// <summary><see cref="ServerOptions.RequestTimeout"/>.</summary>
    public long Request_ticks { get; }

    /// <summary><see cref="ServerOptions.AnswerTimeout"/>.</summary>
    public long Answer_ticks { get; }

    /// <summary><see cref="ServerOptions.LingerTime"/>.</summary>
    public long Linger_ticks { get; }

    private long Ticks(TimeSpan span) =>
        span == Timeout.InfiniteTimeSpan ? long.MaxValue / 2 : (long)(span.TotalSeconds * _time.TimestampFrequency);
}
