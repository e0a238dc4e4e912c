namespace LoadHarness.Contracts.Scenarios;

/// <summary>
/// One experiment as its author states it, checked: what serves, what loads it, how long it may take.
/// </summary>
public sealed record Scenario
{
    /// <summary>Name of the results folder: lower-case letters, digits and dashes.</summary>
    public required string Name { get; init; }

    /// <summary>One line for people.</summary>
    public string Title { get; init; } = "";

    /// <summary>The whole file as it was read; kept in the run's manifest.</summary>
    public string Text { get; init; } = "";

    /// <summary>Name of the workload.</summary>
    public required string Workload { get; init; }

    /// <summary>Options of the workload's clients, by name; what is absent has its default.</summary>
    public IReadOnlyDictionary<string, string> ClientOptions { get; init; } = NoOptions;

    /// <summary>The systems under test.</summary>
    public required ServerSetup Server { get; init; }

    /// <summary>How they are loaded.</summary>
    public required LoadSetup Load { get; init; }

    /// <summary>Where the load comes from.</summary>
    public GeneratorSetup Generator { get; init; } = new();

    /// <summary>What is asked of the answers beside each being right by itself.</summary>
    public ScenarioCheck Check { get; init; }

    /// <summary>What a run has to reach; empty = nothing.</summary>
    public IReadOnlyList<Threshold> Thresholds { get; init; } = [];

    /// <summary>Time and effort by profile name: <c>smoke</c>, <c>default</c>, <c>full</c>.</summary>
    public required IReadOnlyDictionary<string, EffortProfile> Profiles { get; init; }

    /// <summary>An empty set of options.</summary>
    public static IReadOnlyDictionary<string, string> NoOptions { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal);
}
