namespace LoadHarness.Analysis.Statistics;

/// <summary>How equally clients are served.</summary>
public static class Fairness
{
    /// <summary>
    /// Jain's index (Σx)²/(n·Σx²): 1 when all are equal, 1/n when one has everything; 1 when nobody has anything, NaN
    /// without clients.
    /// Source: Jain, Chiu and Hawe, DEC-TR-301 (1984).
    /// </summary>
    /// <param name="shares">What each client got, ≥ 0.</param>
    public static double Jain(IReadOnlyCollection<double> shares)
    {
        if (shares.Count == 0) return double.NaN;
        double sum = shares.Sum(), squares = shares.Sum(x => x * x);
        return squares == 0 ? 1 : sum * sum / (shares.Count * squares);
    }
}
