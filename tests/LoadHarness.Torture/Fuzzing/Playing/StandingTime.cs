namespace LoadHarness.Torture.Fuzzing.Playing;

/// <summary>A time in which nothing takes any.</summary>
internal sealed class StandingTime : TimeProvider
{
    /// <summary>The one instance.</summary>
    public static StandingTime Instance { get; } = new();

    /// <inheritdoc/>
    public override long GetTimestamp() => 0;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
}
