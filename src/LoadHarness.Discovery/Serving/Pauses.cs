namespace LoadHarness.Discovery.Serving;

/// <summary>Waiting on the given clock.</summary>
internal static class Pauses
{
    /// <summary>Ends after the time or, without an exception, on cancellation.</summary>
    internal static async Task Pause(this TimeProvider time, TimeSpan length, CancellationToken cancel)
    {
        try
        {
            await Task.Delay(length, time, cancel);
        }
        catch (OperationCanceledException)
        {
            // Whoever waits looks at the token next.
        }
    }
}
