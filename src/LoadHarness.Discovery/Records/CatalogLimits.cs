namespace LoadHarness.Discovery.Records;

/// <summary>
/// How much a catalog takes from outside. Whatever goes beyond is refused as a whole.
/// </summary>
public sealed record CatalogLimits
{
    /// <summary>The limits when nothing else is said.</summary>
    public static CatalogLimits Default { get; } = new();

    /// <summary>
    /// Records at one time; new ones beyond are refused, those known go on being renewed. The listing limit of the
    /// original.
    /// </summary>
    public int MaxRecords { get; init; } = 10_000;

    /// <summary>Bytes of one update, after decompression too.</summary>
    public int MaxUpdateBytes { get; init; } = 1024 * 1024;

    /// <summary>Bytes of all records together, as they are listed; bounds an answer as well.</summary>
    public long MaxTableBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Levels of nested lists and objects in an update.</summary>
    public int MaxDepth { get; init; } = 32;

    /// <summary>Bytes of a request's head, its first line included.</summary>
    public int MaxHeadBytes { get; init; } = 16 * 1024;

    /// <summary>
    /// Connections served at once, for queries and for TCP updates each; further ones wait to be accepted.
    /// </summary>
    public int MaxConnections { get; init; } = 50;

    /// <summary>Time for a client to send its whole request.</summary>
    public TimeSpan QueryReadTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Time for a client to take its whole answer.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Time for a sender to send a whole TCP update; what has come until then is the update.</summary>
    public TimeSpan UpdateReadTimeout { get; init; } = TimeSpan.FromSeconds(5);
}
