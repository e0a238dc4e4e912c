namespace LoadHarness.Discovery;

/// <summary>
/// Something about finding servers by name cannot be done; the message says what and what would be right, in one line.
/// </summary>
public sealed class DiscoveryException : Exception
{
    /// <summary>Says what went wrong.</summary>
    public DiscoveryException(string message)
        : base(message)
    {
    }

    /// <summary>Says what went wrong and keeps the cause.</summary>
    public DiscoveryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
