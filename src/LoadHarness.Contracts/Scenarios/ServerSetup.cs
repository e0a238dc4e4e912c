namespace LoadHarness.Contracts.Scenarios;

/// <summary>The systems under test of a scenario.</summary>
public sealed record ServerSetup
{
    /// <summary>
    /// Server models, each measured alone; at least one. With <see cref="Foreign"/>: its name alone.
    /// </summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>A server that is not one of ours in place of server models; null for our own.</summary>
    public ForeignServer? Foreign { get; init; }

    /// <summary>Options of the service, by name; what is absent has its default.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = Scenario.NoOptions;

    /// <summary>
    /// Options of server models: by the model's name, then by the option's; what is absent has its default.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> ModelOptions { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);

    /// <summary>CPUs of the server as a list like <c>0</c> or <c>0-2,4</c>; null lets the harness choose.</summary>
    public string? Cpus { get; init; }

    /// <summary>
    /// Number of cores of the server where <see cref="Cpus"/> is null; null lets the harness choose that, too.
    /// </summary>
    public int? Cores { get; init; }

    /// <summary>The options given for one model; empty when it has all its defaults.</summary>
    public IReadOnlyDictionary<string, string> OptionsOf(string model) =>
        ModelOptions.GetValueOrDefault(model, Scenario.NoOptions);
}
