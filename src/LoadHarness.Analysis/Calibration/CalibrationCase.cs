using LoadHarness.Analysis.Causes;
using LoadHarness.Analysis.Curves;

namespace LoadHarness.Analysis.Calibration;

/// <summary>One server and load of the calibration, with what has to come out.</summary>
public sealed record CalibrationCase
{
    /// <summary>Name: lower-case letters, digits and dashes.</summary>
    public required string Name { get; init; }

    /// <summary>One line for people.</summary>
    public required string Title { get; init; }

    /// <summary>The server.</summary>
    public required QueueSpec Queue { get; init; }

    /// <summary>Pause of a client between an answer and its next request, µs.</summary>
    public long ThinkTime_us { get; init; }

    /// <summary>The right verdict; null where rates are offered, which make no curve.</summary>
    public VerdictKind? Verdict { get; init; }

    /// <summary>Who is the limit where throughput levels out; null where that is not asked.</summary>
    public LimitKind? Limit { get; init; }

    /// <summary>
    /// Extra work of the generator for every request, µs: it is slowed on purpose, so that its own times are no truth
    /// about the server. 0 = none.
    /// </summary>
    public long ExtraWork_us { get; init; }
}
