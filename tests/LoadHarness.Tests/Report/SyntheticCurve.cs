namespace LoadHarness.Tests.Report;

/// <summary>How a made-up server behaves in one stage.</summary>
/// <param name="Workload">Workload.</param>
/// <param name="Model">Server model.</param>
/// <param name="Stage">Stage.</param>
/// <param name="Alone_per_s">Operations/s of a single client.</param>
/// <param name="Capacity_per_s">Operations/s that it cannot exceed.</param>
/// <param name="CpuGrowth">CPU time per operation at 32 clients relative to the plain one.</param>
internal sealed record SyntheticCurve(
    string Workload, string Model, string Stage, double Alone_per_s, double Capacity_per_s, double CpuGrowth)
{
    public double Cpu_us { get; init; }

    public double Generator_us { get; init; } = 5;

    public double Switches { get; init; } = 0.9;

    public double FlushesPerOperation { get; init; }

    public double Flushers { get; init; } = 1;

    public long Bytes { get; init; } = 64;

    public bool OnlyFirstClient { get; init; }

    /// <summary>What the same engine does against a null server, operations/s; 0 when nobody asks.</summary>
    public double Ceiling_per_s { get; init; }

    /// <summary>Extra work of the generator, as a share of its CPU time for an operation.</summary>
    public double Extra { get; init; }

    public double Throughput(int clients)
    {
        if (OnlyFirstClient) return Alone_per_s;
        var light = Alone_per_s * clients;
        var level = light / Math.Pow(1 + Math.Pow(light / Capacity_per_s, 6), 1 / 6.0);
        return Math.Min(
            CpuGrowth < 1 ? level * (1 - (1 - CpuGrowth) * clients / 32) : level, 1e6 / Generator_us / (1 + Extra));
    }

    public double CpuAt(int clients)
    {
        var served = OnlyFirstClient ? 1 : clients;
        var wanted_us = Cpu_us * (1 + Math.Max(0, CpuGrowth - 1) * served / 32) * (1 + 1.6 / served / served);
        return Math.Min(wanted_us, 0.97e6 / Throughput(clients));
    }
}
