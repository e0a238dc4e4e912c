using LoadHarness.Contracts.Workloads;
using LoadHarness.Experiments.Suts;

namespace LoadHarness.Experiments.Running;

/// <summary>
/// A null server that can stand in the SUT's place, on the same CPUs: what the clients do against it is their ceiling.
/// </summary>
/// <param name="Workload">Exchanges of messages that mean nothing.</param>
/// <param name="Suts">Starts it in the SUT's place.</param>
/// <param name="Model">The model that serves it fastest there.</param>
/// <param name="Options">
/// Its options for messages of given mean sizes, request and answer in bytes, on connections of a use; null where the
/// messages are too large.
/// </param>
public sealed record CeilingServer(
    IWorkload Workload,
    ISutStarter Suts,
    string Model,
    Func<double, double, ConnectionUse, IReadOnlyDictionary<string, string>?> Options);
