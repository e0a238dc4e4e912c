namespace LoadHarness.Results;

/// <summary>How one SUT was started.</summary>
/// <param name="Workload">Workload it serves.</param>
/// <param name="Model">Server model, or the name given to another SUT.</param>
/// <param name="CommandLine">Its command line, or the address of a SUT that was running already.</param>
public sealed record SutCommand(string Workload, string Model, string CommandLine);
