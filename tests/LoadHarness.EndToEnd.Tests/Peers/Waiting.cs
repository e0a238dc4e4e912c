namespace LoadHarness.EndToEnd.Tests.Peers;

/// <summary>Waiting for a condition of another process.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    /// <summary>Returns once it holds; fails after a generous time.</summary>
    internal static async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await holds())
        {
            patience.IsCancellationRequested.ShouldBeFalse($"waited in vain until {what}");
            await Task.Delay(Between, TimeProvider.System, CancellationToken.None);
        }
    }
}
