namespace LoadHarness.Clients.TestPerf;

/// <summary>When a client was in a stage without a pause.</summary>
/// <param name="Start_ns">Begin, monotonic ns.</param>
/// <param name="End_ns">End, monotonic ns.</param>
/// <param name="IsUsedUp">It ended because the stage had no more keys to work on.</param>
public readonly record struct StagePart(long Start_ns, long End_ns, bool IsUsedUp);
