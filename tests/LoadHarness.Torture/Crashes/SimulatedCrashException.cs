namespace LoadHarness.Torture.Crashes;

/// <summary>The machine or the process has ended; nothing runs any more.</summary>
public sealed class SimulatedCrashException : Exception;
