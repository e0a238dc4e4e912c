using System.Globalization;
using LoadHarness.Contracts.Time;

namespace LoadHarness.Clients.Work;

/// <summary>Measures a stage of a client program with the monotonic clock.</summary>
/// <param name="Start_ns">When it began, on the monotonic clock.</param>
public readonly record struct StageTimer(long Start_ns)
{
    /// <summary>Seconds since the start.</summary>
    public double Elapsed_s => (MonotonicClock.Now_ns - Start_ns) / 1e9;

    /// <summary>Starts one.</summary>
    public static StageTimer Start() => new(MonotonicClock.Now_ns);

    /// <summary>
    /// Seconds as the seeds print them, with at least one decimal and never an exponent: <c>0.30211</c>, <c>2.0</c>.
    /// </summary>
    public static string Text(double time_s) => time_s.ToString("0.0##############", CultureInfo.InvariantCulture);
}
