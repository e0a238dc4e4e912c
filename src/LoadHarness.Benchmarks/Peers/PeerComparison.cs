using System.Globalization;

namespace LoadHarness.Benchmarks.Peers;

/// <summary>
/// Loads two running servers in turn, round by round, and prints medians and the median of the ratios of each round:
/// what disturbs the machine for longer than a round hits both.
/// </summary>
internal static class PeerComparison
{
    private const int UsageCode = 2;
    private const int Parameters = 6;

    /// <summary>Runs the comparison.</summary>
    /// <param name="args">The file of the table, e.g. /dev/stdout; rounds; seconds of a round; numbers of clients with
    /// commas between; and the two servers as <see cref="PeerTarget.Parse"/> reads them.</param>
    /// <returns>Exit code.</returns>
    public static int Run(string[] args)
    {
        if (args.Length != Parameters) return UsageCode;
        using var output = new StreamWriter(args[0], append: true) { AutoFlush = true };
        try
        {
            var rounds = int.Parse(args[1], CultureInfo.InvariantCulture);
            var length_s = double.Parse(args[2], CultureInfo.InvariantCulture);
            var levels = args[3].Split(',').Select(level => int.Parse(level, CultureInfo.InvariantCulture)).ToList();
            var (first, second) = (PeerTarget.Parse(args[4]), PeerTarget.Parse(args[5]));
            WriteHead(first, second, output);
            foreach (var clients in levels) Compare(first, second, clients, rounds, length_s, output);
            return 0;
        }
        catch (Exception problem) when (problem is FormatException or InvalidOperationException)
        {
            output.WriteLine(problem.Message);
            return 1;
        }
    }

    private static void WriteHead(PeerTarget first, PeerTarget second, TextWriter output)
    {
        output.WriteLine(
            $"| clients | {first.Name}, operations/s | {second.Name}, operations/s | ratio (lowest … highest) "
            + $"| {first.Name}, operations per server CPU second | {second.Name} | ratio |");
        output.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    }

    private static void Compare(
        PeerTarget first, PeerTarget second, int clients, int rounds, double length_s, TextWriter output)
    {
        // Not counted: code is compiled, files and tables grow.
        first.Load(clients, length_s);
        second.Load(clients, length_s);
        var ours = new List<PeerRound>();
        var theirs = new List<PeerRound>();
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(first.Load(clients, length_s));
            theirs.Add(second.Load(clients, length_s));
        }

        var ratios = ours.Zip(theirs, (a, b) => a.Throughput / b.Throughput).ToList();
        var cpuRatios = ours.Zip(theirs, (a, b) => a.PerCpuSecond / b.PerCpuSecond);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {clients} | {Median(ours.Select(r => r.Throughput)):F0} "
            + $"| {Median(theirs.Select(r => r.Throughput)):F0} "
            + $"| {Median(ratios):F2} ({ratios.Min():F2} … {ratios.Max():F2}) "
            + $"| {Median(ours.Select(r => r.PerCpuSecond)):F0} | {Median(theirs.Select(r => r.PerCpuSecond)):F0} "
            + $"| {Median(cpuRatios):F2} |"));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
