namespace LoadHarness.Benchmarks.Tools;

/// <summary>What was measured from outside in a span.</summary>
/// <param name="Length_s">Length, s.</param>
/// <param name="Operations">Requests that the server counted.</param>
/// <param name="GeneratorCpu_s">CPU time of the tool's process, s.</param>
/// <param name="ServerCpu_s">CPU time of the server, s.</param>
/// <param name="OtherCpuShare">CPU time of everybody else as a share of the machine's; NaN when unknown.</param>
/// <param name="ServedMean_us">Mean time from arrival to answer as the server measured it, µs; NaN when
/// unknown.</param>
internal sealed record ToolSpan(
    double Length_s,
    long Operations,
    double GeneratorCpu_s,
    double ServerCpu_s,
    double OtherCpuShare,
    double ServedMean_us);
