namespace LoadHarness.Clients;

/// <summary>
/// A server cannot be reached, breaks off or answers wrongly. The message is one line that names the server.
/// </summary>
public sealed class ServerException : Exception
{
    /// <summary>With a message for the user.</summary>
    public ServerException(string message, Exception? cause = null) : base(message, cause)
    {
    }
}
