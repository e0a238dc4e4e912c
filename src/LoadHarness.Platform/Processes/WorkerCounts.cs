namespace LoadHarness.Platform.Processes;

/// <summary>What one of several processes that serve on one port has got since its start.</summary>
/// <param name="Connections">Connections accepted; −1 when unknown.</param>
/// <param name="Operations">Operations completed.</param>
public sealed record WorkerCounts(long Connections, long Operations);
