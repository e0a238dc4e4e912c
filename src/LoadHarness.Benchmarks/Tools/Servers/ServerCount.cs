namespace LoadHarness.Benchmarks.Tools.Servers;

/// <summary>What a server says it has done so far.</summary>
/// <param name="Operations">Requests answered.</param>
/// <param name="Served_ns">Summed time between arrival and answer, ns; NaN when it does not tell.</param>
internal readonly record struct ServerCount(long Operations, double Served_ns);
