using System.Globalization;
using LoadHarness.Results;
using MathNet.Numerics.Distributions;

namespace LoadHarness.Analysis.Levels;

/// <summary>
/// How several processes on one port share connections and operations. The kernel chooses the process of a connection
/// by a hash of its addresses (SO_REUSEPORT, socket(7)): so counts are multinomial with equal shares, and n connections
/// on k processes vary by √((k − 1)/n) of their mean. Pearson's χ² = Σ(nᵢ − n/k)²/(n/k) with k − 1 degrees of freedom
/// tells whether they vary more than that (Pearson, Philosophical Magazine 50, 1900).
/// </summary>
/// <param name="Connections">Connections that each process accepted.</param>
/// <param name="Operations">Operations that each completed, in that order.</param>
public sealed record WorkerSpread(IReadOnlyList<long> Connections, IReadOnlyList<long> Operations)
{
    /// <summary>Fewest connections that a process must expect for χ² to approximate well (Cochran, 1952).</summary>
    private const int FewestExpected = 5;

    /// <summary>Processes.</summary>
    public int Count => Operations.Count;

    /// <summary>Connections of the busiest process over the mean; NaN without any.</summary>
    public double ConnectionsMaxOverMean => MaxOverMean(Connections);

    /// <summary>Operations of the busiest process over the mean; NaN without any.</summary>
    public double OperationsMaxOverMean => MaxOverMean(Operations);

    /// <summary>Coefficient of variation that equal chances give the connections.</summary>
    public double ExpectedCv => Math.Sqrt((Count - 1) / (double)Connections.Sum());

    /// <summary>
    /// Chance that equal chances spread connections at least so unevenly; NaN with fewer than five a process.
    /// </summary>
    public double P
    {
        get
        {
            var mean = Connections.Sum() / (double)Count;
            if (!(mean >= FewestExpected)) return double.NaN;
            var squares = Connections.Sum(n => (n - mean) * (n - mean) / mean);
            return 1 - ChiSquared.CDF(Count - 1, squares);
        }
    }

    /// <summary>
    /// Of the visit with the most operations: sums over visits, whose connections are made anew, would look more even
    /// than any of them was. Null where the server is a single process.
    /// </summary>
    /// <param name="visits">What the server used in each visit of a level.</param>
    public static WorkerSpread? Of(IReadOnlyList<ResourceRow> visits) => visits
        .Select(row => new WorkerSpread(Numbers(row.WorkerConnections), Numbers(row.WorkerOperations)))
        .Where(spread => spread.Count > 1 && spread.Connections.Count == spread.Count)
        .MaxBy(spread => spread.Operations.Sum());

    private static List<long> Numbers(string text) =>
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word =>
            long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0),
    ];

    private static double MaxOverMean(IReadOnlyList<long> counts) =>
        counts.Sum() > 0 ? counts.Max() / counts.Average() : double.NaN;
}
