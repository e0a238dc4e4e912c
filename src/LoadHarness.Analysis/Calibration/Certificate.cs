using LoadHarness.Results;

namespace LoadHarness.Analysis.Calibration;

/// <summary>
/// The harness's own certificate: what it measured on servers of known capacity, line by line against the truth. Pure:
/// the same run and the same log give the same lines.
/// </summary>
public static class Certificate
{
    /// <summary>Levels of a ladder that are shown: the first, the one of the verdict and the last.</summary>
    private const int ShownOfLadder = 3;

    /// <summary>The lines of one part.</summary>
    /// <param name="given">What was to be measured.</param>
    /// <param name="run">What the harness measured.</param>
    /// <param name="log">What the server saw.</param>
    public static IReadOnlyList<CertificateRow> Of(
        CalibrationCase given, StoredRun run, IReadOnlyList<ServiceLogRow> log)
    {
        var reading = new CaseReading(given, run, log);
        // A generator that is slowed on purpose is late in seeing answers.
        var levels = given.ExtraWork_us > 0 ? [] : Shown(reading);
        return
        [
            .. levels.SelectMany(level => LevelCertificate.Of(reading, level)),
            .. CurveCertificate.Of(reading),
            .. Server(reading),
        ];
    }

    /// <summary>Rates, and each number of clients once, by the longest of its visits.</summary>
    private static IEnumerable<LevelRow> Shown(CaseReading reading) =>
        reading.Levels.Where(level => level.Key.Phase == LevelPhase.Open).Concat(ShownOfClimbed(reading));

    private static IEnumerable<LevelRow> ShownOfClimbed(CaseReading reading)
    {
        var levels = reading.Climbed.GroupBy(level => level.Key.Clients).OrderBy(visits => visits.Key)
            .Select(visits => visits.MaxBy(level => level.Measured_s)!).ToList();
        if (reading.Run.Manifest.Rules.Levels.Count > 0 || levels.Count <= ShownOfLadder) return levels;
        var middle = levels.Find(level => level.Key.Clients == reading.Curve?.Verdict.Clients);
        return new[] { levels[0], middle, levels[^1] }.OfType<LevelRow>().Distinct();
    }

    /// <summary>Whether the server kept its own plan: without that there is no truth.</summary>
    private static IEnumerable<CertificateRow> Server(CaseReading reading)
    {
        var line = new CertificateLine(reading.Case.Name);
        yield return line.Number("server's plan against the replay", "ns", 0, reading.Replay.LargestDifference_ns, 0);
        foreach (var (quantity, late_us) in new[]
        {
            ("answers later than planned, mean", reading.Replay.Lateness.Mean_us),
            ("answers later than planned, p99", reading.Replay.Lateness.P99_us),
        })
            yield return line.Number(quantity, "µs", 0, late_us, double.NaN);
    }
}
