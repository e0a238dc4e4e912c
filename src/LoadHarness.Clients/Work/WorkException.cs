namespace LoadHarness.Clients.Work;

/// <summary>
/// A task failed, or its worker process could not be started or ended too early. The message is one line.
/// </summary>
public sealed class WorkException : Exception
{
    /// <summary>With a message for the user.</summary>
    public WorkException(string message, Exception? cause = null) : base(message, cause)
    {
    }
}
