namespace LoadHarness.Analysis.Calibration;

/// <summary>Closed formulas of a calibration service under a fixed number of clients.</summary>
public static class ClosedFormula
{
    private const double High = 0.99;

    /// <summary>
    /// Exponential service: the machine repairman's problem. Fixed service: X = min(N/(S + Z), c/S, 1/L) with
    /// S including lock and coherency cost, since equal clients soon keep out of each other's way; R = N/X − Z.
    /// </summary>
    /// <param name="queue">The queue.</param>
    /// <param name="clients">N.</param>
    /// <param name="think_s">Z, mean time from an answer to the client's next request, s.</param>
    /// <returns>NaN for what no formula says.</returns>
    public static QueueFigures Of(QueueSpec queue, int clients, double think_s)
    {
        if (queue.IsFixed) return Fixed(queue, clients, think_s);
        if (!queue.IsPlain) return QueueFigures.Unknown;
        var system = new MachineRepairman(clients, queue.Workers, queue.Alone_s, think_s);
        return new QueueFigures(
            system.Throughput_per_s, system.MeanResponse_s * 1e6, system.Response_s(High) * 1e6);
    }

    private static QueueFigures Fixed(QueueSpec queue, int clients, double think_s)
    {
        // Clients that do not think are all in the system; one that thinks much is counted too often here.
        var service_s = queue.Alone_s + queue.Coherency_us / 1e6 * clients * (clients - 1);
        var lock_per_s = queue.Lock_us > 0 ? 1e6 / queue.Lock_us : double.PositiveInfinity;
        var free_per_s = Math.Min(clients / (service_s + think_s), Math.Min(queue.Workers / service_s, lock_per_s));
        var throughput_per_s = free_per_s * queue.WorkingShare;
        return new QueueFigures(throughput_per_s, (clients / throughput_per_s - think_s) * 1e6, double.NaN);
    }
}
