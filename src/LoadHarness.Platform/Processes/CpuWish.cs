namespace LoadHarness.Platform.Processes;

/// <summary>What a scenario asks about CPUs.</summary>
/// <param name="SutCpus">CPUs of the server; null leaves the choice to the plan.</param>
/// <param name="SutCores">Number of cores of the server where <paramref name="SutCpus"/> is absent; null for the
/// default.</param>
/// <param name="GeneratorCpus">CPUs of the load generator; null leaves the choice to the plan.</param>
/// <param name="AllowOverlap">True permits CPUs that both may use.</param>
public sealed record CpuWish(
    CpuSet? SutCpus = null, int? SutCores = null, CpuSet? GeneratorCpus = null, bool AllowOverlap = false);
