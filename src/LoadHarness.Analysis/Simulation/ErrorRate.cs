namespace LoadHarness.Analysis.Simulation;

/// <summary>How often the analysis was right about made-up servers of one kind.</summary>
/// <param name="Question">What it had to tell.</param>
/// <param name="Server">The server and its noise, a few words.</param>
/// <param name="Trials">Servers made up.</param>
/// <param name="Right">Those about which it was right.</param>
/// <param name="Least">Least share that has to be right.</param>
/// <param name="Most">Most share that may be right: an interval that holds the truth too often is too wide.</param>
public sealed record ErrorRate(
    string Question, string Server, int Trials, int Right, double Least, double Most = 1)
{
    /// <summary>Share that was right.</summary>
    public double Share => (double)Right / Trials;

    /// <summary>95 % interval of the share: Wilson, Journal of the American Statistical Association 22
    /// (1927).</summary>
    public (double Low, double High) Interval
    {
        get
        {
            const double z = 1.96;
            var (n, p) = ((double)Trials, Share);
            var middle = (p + z * z / (2 * n)) / (1 + z * z / n);
            var half = z / (1 + z * z / n) * Math.Sqrt(p * (1 - p) / n + z * z / (4 * n * n));
            return (middle - half, middle + half);
        }
    }

    /// <summary>The goal is met, or missed by no more than chance explains.</summary>
    public bool IsMet => Interval.High >= Least && Interval.Low <= Most;
}
