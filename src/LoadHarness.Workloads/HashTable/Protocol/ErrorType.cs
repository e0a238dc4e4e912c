namespace LoadHarness.Workloads.HashTable.Protocol;

/// <summary>
/// Our names of failures, as JSON strings. The rule for clients: a type that begins with <c>Invalid</c> means that the
/// request itself is wrong and never can succeed; every other type is a valid request that failed.
/// </summary>
internal static class ErrorType
{
    /// <summary>The name of a failure, quotes included.</summary>
    internal static ReadOnlySpan<byte> Of(Failure failure) => failure switch
    {
        Failure.Missing => "\"KeyError\""u8,
        Failure.TooLarge => "\"TooLarge\""u8,
        Failure.Deadline => "\"Deadline\""u8,
        Failure.Durability => "\"DurabilityError\""u8,
        Failure.Method => "\"InvalidMethod\""u8,
        Failure.Request => "\"InvalidRequest\""u8,
        Failure.Regex => "\"InvalidRegex\""u8,
        _ => "\"InvalidJson\""u8,
    };
}
