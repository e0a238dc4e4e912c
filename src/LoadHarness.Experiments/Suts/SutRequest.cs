using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Experiments.Suts;

/// <summary>Which system under test to start.</summary>
/// <param name="Workload">The workload it serves.</param>
/// <param name="Model">Its server model.</param>
/// <param name="Options">Options of the service that are not at their default, by name.</param>
/// <param name="ModelOptions">Options of the model that are not at their default, by name.</param>
/// <param name="DataFolder">An empty folder of its own for what it keeps.</param>
public sealed record SutRequest(
    IWorkload Workload,
    string Model,
    IReadOnlyDictionary<string, string> Options,
    IReadOnlyDictionary<string, string> ModelOptions,
    string DataFolder);
