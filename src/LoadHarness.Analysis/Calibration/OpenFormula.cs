namespace LoadHarness.Analysis.Calibration;

/// <summary>Closed formulas of a calibration service under random arrivals (Poisson).</summary>
public static class OpenFormula
{
    private const double High = 0.99;

    /// <summary>Exponential service: Erlang's C; fixed service by one worker: Pollaczek and Khinchine.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="arrivals_per_s">λ.</param>
    /// <returns>NaN for what no formula says.</returns>
    public static QueueFigures Of(QueueSpec queue, double arrivals_per_s)
    {
        if (!queue.IsPlain || arrivals_per_s >= queue.Capacity_per_s) return QueueFigures.Unknown;
        var open = new OpenQueue(queue.Workers, queue.Alone_s, arrivals_per_s);
        return queue.IsFixed
            ? new QueueFigures(arrivals_per_s, open.MeanFixed_s * 1e6, double.NaN)
            : new QueueFigures(arrivals_per_s, open.MeanExponential_s * 1e6, open.Exponential_s(High) * 1e6);
    }
}
