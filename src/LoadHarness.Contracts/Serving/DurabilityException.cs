namespace LoadHarness.Contracts.Serving;

/// <summary>
/// A log or checkpoint could not be written or flushed (disk full, failed flush): the promise of durability is off.
/// </summary>
public sealed class DurabilityException : Exception
{
    /// <summary>Creates the exception with one clear line that names the file and the cause.</summary>
    public DurabilityException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
