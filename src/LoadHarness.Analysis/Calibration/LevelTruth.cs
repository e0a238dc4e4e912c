namespace LoadHarness.Analysis.Calibration;

/// <summary>The truth about one level.</summary>
/// <param name="Figures">Throughput and response times, replayed.</param>
/// <param name="Longest_us">Longest response time, µs.</param>
/// <param name="Left_us">Mean time from arrival until the answer left the server, its lateness included, µs.</param>
/// <param name="Idle_s">
/// Mean time from the end of a request to the next one on its connection, s: think time, and what server, network and
/// client add to it.
/// </param>
/// <param name="Length_s">Time over which it was taken, s.</param>
internal readonly record struct LevelTruth(
    QueueFigures Figures, double Longest_us, double Left_us, double Idle_s, double Length_s);
