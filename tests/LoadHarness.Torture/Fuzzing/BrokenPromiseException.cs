namespace LoadHarness.Torture.Fuzzing;

/// <summary>An input after which something does not hold that was promised.</summary>
internal sealed class BrokenPromiseException : Exception
{
    public BrokenPromiseException()
    {
    }

    public BrokenPromiseException(string message)
        : base(message)
    {
    }

    public BrokenPromiseException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
