namespace LoadHarness.Analysis.Calibration;

/// <summary>
/// The closed system of N clients that think and c exponential workers (M/M/c//N, the "machine repairman"). Exact for
/// any distribution of the think time with the same mean, since a pause is a station without a queue (Baskett, Chandy,
/// Muntz and Palacios, J. ACM 22, 1975).
/// </summary>
public sealed class MachineRepairman
{
    private readonly int _clients;
    private readonly int _workers;
    private readonly double _rate_per_s;
    private readonly double _think_s;

    /// <summary>Describes the system.</summary>
    /// <param name="clients">N, ≥ 1.</param>
    /// <param name="workers">c, ≥ 1.</param>
    /// <param name="service_s">Mean service time, s.</param>
    /// <param name="think_s">Mean time from an answer to the next request, s, ≥ 0.</param>
    public MachineRepairman(int clients, int workers, double service_s, double think_s) =>
        (_clients, _workers, _rate_per_s, _think_s) = (clients, workers, 1 / service_s, think_s);

    /// <summary>X, requests per second.</summary>
    public double Throughput_per_s =>
        InSystem(_clients).Select((share, n) => share * Math.Min(n, _workers) * _rate_per_s).Sum();

    /// <summary>R, mean response time, s: N/X − Z by Little's law.</summary>
    public double MeanResponse_s => _clients / Throughput_per_s - _think_s;

    /// <summary>
    /// A quantile of the response time, s. A request sees the others as a system without it stands in equilibrium (the
    /// arrival theorem: Sevcik and Mitrani, J. ACM 28, 1981; Lavenberg and Reiser, J. Appl. Prob. 17, 1980).
    /// </summary>
    public double Response_s(double quantile)
    {
        var found = InSystem(_clients - 1);
        return ResponseTail.Quantile_s(
            time_s => found.Select((share, k) => share * ResponseTail.AfterFinding(_workers, _rate_per_s, k, time_s))
                .Sum(),
            quantile,
            1 / _rate_per_s);
    }

    /// <summary>
    /// Shares of time with 0, 1 … N clients in the system, from the top down: going from n to n − 1 at min(n, c)·μ
    /// balances going back at (N − n + 1)/Z.
    /// </summary>
    private double[] InSystem(int clients)
    {
        var weights = new double[clients + 1];
        weights[clients] = 1;
        for (var n = clients; n > 0; n--)
            weights[n - 1] = weights[n] * Math.Min(n, _workers) * _rate_per_s * _think_s / (clients - n + 1);
        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }
}
