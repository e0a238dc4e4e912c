namespace LoadHarness.Workloads.HashTable.Protocol;

/// <summary>
/// The <c>type</c> of a reply whose status is <c>exception</c>. The rule for clients: a type that begins with
/// <c>Invalid</c>
/// means that the request itself is wrong and never can succeed; every other type is a valid request that failed.
/// </summary>
internal static class ErrorType
{
    /// <summary>Lookup or remove of a key that is not there.</summary>
    internal static ReadOnlySpan<byte> KeyError => "KeyError"u8;

    /// <summary>A scan or query finds more pairs than the server's limit.</summary>
    internal static ReadOnlySpan<byte> TooLarge => "TooLarge"u8;

    /// <summary>A scan or query needs more computing time than the server's limit.</summary>
    internal static ReadOnlySpan<byte> Deadline => "Deadline"u8;

    /// <summary>The log can no longer be written; the server is about to stop.</summary>
    internal static ReadOnlySpan<byte> Durability => "DurabilityError"u8;

    /// <summary>No such method.</summary>
    internal static ReadOnlySpan<byte> InvalidMethod => "InvalidMethod"u8;

    /// <summary>A field is missing, of the wrong type or too long.</summary>
    internal static ReadOnlySpan<byte> InvalidRequest => "InvalidRequest"u8;

    /// <summary>The pattern cannot be parsed, or is too long.</summary>
    internal static ReadOnlySpan<byte> InvalidRegex => "InvalidRegex"u8;

    /// <summary>The line is not JSON in UTF-8; the connection is closed after the reply.</summary>
    internal static ReadOnlySpan<byte> InvalidJson => "InvalidJson"u8;
}
