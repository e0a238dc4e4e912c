using System.Security.Cryptography;
using LoadHarness.Clients.Work;

namespace LoadHarness.Clients.Primes;

/// <summary>
/// The seed's two programs: finds primes in one process and in several, and writes a file for each way.
/// </summary>
/// <param name="search">What to search.</param>
/// <param name="folder">Where the files go.</param>
/// <param name="output">Where the times go.</param>
public sealed class PrimesClient(PrimeSearch search, string folder, TextWriter output)
{
    private const int Chunks = 64; // many, so that the workers end at the same time; few enough to cost nothing

    private readonly string _plain = Path.Combine(folder, "primes_nonoptimized.txt");
    private readonly string _optimised = Path.Combine(folder, "primes_optimized.txt");
    private readonly IReadOnlyList<byte[]> _tasks = search.Tasks(Chunks);

    /// <summary>The single-process way alone.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public WorkReport RunSequentially()
    {
        var report = WorkRunner.InTurn(new PrimeChunkJob(), _tasks);
        PrimeFile.Write(_plain, report.Results);
        output.WriteLine($"Non-optimized time: {StageTimer.Text(report.Total_s)}");
        return report;
    }

    /// <summary>Both ways, their times and the speed-up.</summary>
    /// <param name="runner">Does the optimised way.</param>
    /// <returns>How the optimised way was done.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="WorkException">A worker process failed.</exception>
    public WorkReport RunBoth(WorkRunner runner)
    {
        var plain = RunSequentially();
        var optimised = Optimise(runner, plain);
        output.WriteLine($"Optimized time: {StageTimer.Text(optimised.Total_s)}");
        output.WriteLine(FormattableString.Invariant($"Speed-up: {plain.Total_s / optimised.Total_s:0.00}"));
        return optimised;
    }

    /// <summary>Both ways, and the comparison as other client programs print it.</summary>
    /// <inheritdoc cref="RunBoth"/>
    public void Compare(WorkRunner runner)
    {
        var plain = WorkRunner.InTurn(new PrimeChunkJob(), _tasks);
        PrimeFile.Write(_plain, plain.Results);
        var optimised = Optimise(runner, plain);
        ComparisonText.Write(output, [StageComparison.Of("primes", plain, optimised)]);
        ComparisonText.WriteOutputs(output, Hash(_plain), Hash(_optimised));
    }

    private WorkReport Optimise(WorkRunner runner, WorkReport plain)
    {
        var report = runner.AtOnce(new PrimeChunkJob(), _tasks, plain.Work_s);
        PrimeFile.Write(_optimised, report.Results);
        return report;
    }

    private static string Hash(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
}
