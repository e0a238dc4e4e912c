namespace LoadHarness.Servers.Prefork;

/// <summary>A worker process has ended by itself: the message is one line that says which, and how.</summary>
public sealed class WorkerEndedException(string message) : Exception(message);
