namespace LoadHarness.Analysis.Levels;

/// <summary>How throughput is spread over the clients of a level.</summary>
/// <param name="Min_per_s">The slowest client, operations/s.</param>
/// <param name="Q25_per_s">Lower quartile.</param>
/// <param name="Median_per_s">Median.</param>
/// <param name="Q75_per_s">Upper quartile.</param>
/// <param name="Max_per_s">The fastest client.</param>
/// <param name="Jain">Jain's index, 1/N … 1 (worst visit).</param>
/// <param name="Starved">Clients without a single correct operation (worst visit).</param>
public readonly record struct ClientSpread(
    double Min_per_s, double Q25_per_s, double Median_per_s, double Q75_per_s, double Max_per_s, double Jain,
    int Starved);
