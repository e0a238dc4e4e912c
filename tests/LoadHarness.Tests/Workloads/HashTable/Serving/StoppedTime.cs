namespace LoadHarness.Tests.Workloads.HashTable.Serving;

/// <summary>Time stands still, so that a search ends its slices by count alone.</summary>
internal sealed class StoppedTime : TimeProvider
{
    public override long GetTimestamp() => 0;
}
