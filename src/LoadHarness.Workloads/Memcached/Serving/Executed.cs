namespace LoadHarness.Workloads.Memcached.Serving;

/// <summary>What became of the input.</summary>
/// <param name="Consumed">Bytes of the command that was executed; 0 when more have to arrive.</param>
/// <param name="Written">Bytes of the reply.</param>
/// <param name="IsLast">The connection ends.</param>
internal readonly record struct Executed(int Consumed, int Written, bool IsLast = false);
