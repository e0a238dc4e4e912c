namespace LoadHarness.Report.Sentences;

/// <summary>The perspectives from which the data is looked at, in the order of the report.</summary>
public enum Topic
{
    /// <summary>The sum of all clients.</summary>
    Sum = 0,

    /// <summary>The individual client.</summary>
    IndividualClients = 1,

    /// <summary>Differences between operation types.</summary>
    OperationTypes = 2,

    /// <summary>What happens as clients increase.</summary>
    MoreClients = 3,

    /// <summary>What limits throughput.</summary>
    Limits = 4,

    /// <summary>How models differ and why.</summary>
    Models = 5,

    /// <summary>What limits trust in the numbers.</summary>
    Trust = 6,

    /// <summary>What the server holds over time.</summary>
    OverTime = 8,

    /// <summary>Latency against offered load; in a section of its own.</summary>
    OfferedLoad = 7,

    /// <summary>Whether the server did one thing after the other; in a section of its own.</summary>
    Correctness = 9,
}
