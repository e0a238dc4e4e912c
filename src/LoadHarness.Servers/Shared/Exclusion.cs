namespace LoadHarness.Servers.Shared;

/// <summary>Keeps the calls of a service's handlers from overlapping when they come from several threads.</summary>
internal sealed class Exclusion : IDisposable
{
    private Exclusion()
    {
    }

    /// <summary>Held during every call of a handler.</summary>
    public Lock Turn { get; } = new();

    /// <summary>
    /// Taken in addition, and before <see cref="Turn"/>, by whoever lets a handler go on: so one of them at most
    /// competes with new requests, however many there are. It can be waited for with and without a thread.
    /// </summary>
    public SemaphoreSlim GoingOn { get; } = new(1, 1);

    /// <summary>One for a service that needs it; otherwise null.</summary>
    public static Exclusion? For(bool needsExclusion) => needsExclusion ? new Exclusion() : null;

    /// <inheritdoc/>
    public void Dispose() => GoingOn.Dispose();
}
