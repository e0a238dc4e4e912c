namespace LoadHarness.Servers;

/// <summary>A server cannot run as it was asked to: the message is one line that says why.</summary>
public sealed class ServerSetupException(string message, Exception? cause = null) : Exception(message, cause);
