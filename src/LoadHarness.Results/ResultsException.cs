namespace LoadHarness.Results;

/// <summary>
/// A run folder cannot be read or written; the message is one line that names the file and what would be right.
/// </summary>
public sealed class ResultsException : Exception
{
    /// <summary>Makes the exception.</summary>
    public ResultsException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception with its cause.</summary>
    public ResultsException(string message, Exception cause) : base(message, cause)
    {
    }
}
