using LoadHarness.Analysis.Causes;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;
using MathNet.Numerics.Distributions;

namespace LoadHarness.Tests.Analysis.Causes;

/// <summary>
/// A made-up pair of which it is known who is the limit: the server does so much, the generator so much with nothing
/// added, and the smaller of the two is seen.
/// </summary>
/// <param name="server_per_s">What the server can do, operations/s.</param>
/// <param name="generator_per_s">What the generator can do, operations/s.</param>
/// <param name="cv">Noise of the windows.</param>
/// <param name="seed">Seed of the noise.</param>
/// <param name="visitCv">Noise of whole visits.</param>
internal sealed class SimulatedGenerator(
    double server_per_s, double generator_per_s, double cv, int seed, double visitCv = 0)
{
    /// <summary>As many windows as a visit takes in a run with such a noise.</summary>
    private readonly int _windows = Math.Clamp(SampleSize.Windows(cv, 0.05), 10, 60);
    private readonly Random _random = new(seed);

    /// <summary>CPU time for an operation, ns.</summary>
    public double Cpu_ns => 1e9 / generator_per_s;

    /// <summary>The visits that a run makes, in its order.</summary>
    public IReadOnlyList<CauseVisit> Ask() => [Visit(0), Visit(0.1), Visit(0.2), Visit(0.1), Visit(0)];

    /// <summary>One visit with extra work, as a share of the CPU time for an operation.</summary>
    public CauseVisit Visit(double share, LevelPhase phase = LevelPhase.Cause, int threads = 1)
    {
        var truth = Math.Min(server_per_s, threads * generator_per_s / (1 + share));
        var visit = truth * (1 + visitCv * Normal.Sample(_random, 0, 1));
        return new CauseVisit
        {
            Phase = phase,
            Clients = 16,
            ExtraWork_ns = (long)(share * Cpu_ns),
            GeneratorThreads = threads,
            Windows_per_s =
                [.. Enumerable.Range(0, _windows).Select(_ => visit * (1 + cv * Normal.Sample(_random, 0, 1)))],
            GeneratorCpu_ns = Cpu_ns * (1 + share),
            GeneratorShare = truth * (1 + share) / generator_per_s / threads,
        };
    }
}
