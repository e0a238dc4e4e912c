namespace LoadHarness.Results;

/// <summary>
/// Many connections held between one server and one or several generator processes: a row of connections.csv.
/// </summary>
public sealed record ConnectionRow
{
    /// <summary>Server model.</summary>
    public required string Model { get; init; }

    /// <summary>Processes of the server.</summary>
    public int ServerProcesses { get; init; } = 1;

    /// <summary>Network loop of the generators.</summary>
    public string Loop { get; init; } = "";

    /// <summary>Generator processes, each with a source address of its own.</summary>
    public int GeneratorProcesses { get; init; } = 1;

    /// <summary>Connections asked for, over all generators.</summary>
    public int Requested { get; init; }

    /// <summary>Connections that were up.</summary>
    public int Connected { get; init; }

    /// <summary>How long all of them were held, s.</summary>
    public double Length_s { get; init; }

    /// <summary>Correct operations on them.</summary>
    public long Operations { get; init; }

    /// <summary>All other operations.</summary>
    public long Errors { get; init; }

    /// <summary>Resident memory that the connections added to all generators together, bytes.</summary>
    public long Generator_bytes { get; init; }

    /// <summary>Resident memory that the connections added to all processes of the server together, bytes.</summary>
    public long Server_bytes { get; init; }
}
