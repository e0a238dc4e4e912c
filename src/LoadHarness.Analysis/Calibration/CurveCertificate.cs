using System.Globalization;
using LoadHarness.Analysis.Causes;
using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Ladders;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Calibration;

/// <summary>
/// What the harness concluded from a curve against the truth: the same rules applied to the replayed throughput of the
/// same levels, which has no error of measurement.
/// </summary>
internal static class CurveCertificate
{
    /// <summary>The lines about the curve as a whole; none where rates were offered.</summary>
    public static IEnumerable<CertificateRow> Of(CaseReading reading) =>
        reading.Case.Verdict is { } right
            ? Lines(reading, right).Select(row => CertificateLine.Excused(row, reading.IsDisturbed))
            : [];

    private static IEnumerable<CertificateRow> Lines(CaseReading reading, VerdictKind right)
    {
        var line = new CertificateLine(reading.Case.Name);
        var found = reading.Curve?.Verdict;
        var words = $"right: {Say(right)}; found: {(found is null ? "nothing" : Say(found.Kind))}";
        yield return line.Words("verdict", found?.Kind == right, words);
        if (found is null) yield break;
        if (reading.Case.Limit is { } limit)
        {
            var cause = reading.Curve!.Cause.Limit;
            yield return line.Words("who is the limit", cause == limit, $"right: {Say(limit)}; found: {Say(cause)}");
        }

        var more = found.Kind switch
        {
            VerdictKind.LevelsOut => LevelsOut(reading, line, found),
            VerdictKind.Falls => Falls(reading, line, found),
            VerdictKind.ClientLimited => [LowerBound(reading, line, found)],
            _ => [],
        };
        foreach (var row in more) yield return row;
    }

    private static IEnumerable<CertificateRow> LevelsOut(CaseReading reading, CertificateLine line, Verdict found)
    {
        var levels = TrueLevels(reading);
        if (Plateau.Find(reading.Run.Manifest.Rules, levels) is not { } plateau)
        {
            yield return line.Words("capacity", isRight: false, "the true throughput does not level out");
            yield break;
        }

        var capacity_per_s = plateau.Throughput.Mean;
        yield return line.Number("capacity", "1/s", capacity_per_s, found.Capacity.Estimate,
            CertificateGoal.Throughput(capacity_per_s)) with
        { Formula = reading.Case.Queue.Capacity_per_s };
        yield return line.Number("N*, where it levels out", "clients", plateau.Clients, found.Clients, 0);
        var lowest = reading.Climbed.MinBy(level => level.Key.Clients)!;
        var alone_us = reading.TruthOf(lowest).Figures.Mean_us + reading.Case.ThinkTime_us;
        var crossing = capacity_per_s * alone_us / 1e6;
        yield return line.Number("N*, crossing", "clients", crossing, reading.Curve!.Knees.Asymptotes,
            CertificateGoal.Crossing(crossing, alone_us)) with
        {
            Formula = reading.Case.Queue.Capacity_per_s
                * (reading.Case.Queue.Alone_s + reading.Case.ThinkTime_us / 1e6),
        };
    }

    private static IEnumerable<CertificateRow> Falls(CaseReading reading, CertificateLine line, Verdict found)
    {
        var peak = TrueLevels(reading).MaxBy(level => level.Throughput.Mean)!;
        var queue = reading.Case.Queue;
        yield return line.Number(
            "N*, the peak", "clients", peak.Clients, found.Clients, 0) with
        {
            Formula = queue.Coherency_us > 0 ? Math.Sqrt(queue.Alone_s * 1e6 / queue.Coherency_us) : double.NaN,
        };
        yield return line.Number("throughput at the peak", "1/s", peak.Throughput.Mean, found.Capacity.Estimate,
            CertificateGoal.Throughput(peak.Throughput.Mean));
    }

    /// <summary>A lower bound is right when the server does more.</summary>
    private static CertificateRow LowerBound(CaseReading reading, CertificateLine line, Verdict found)
    {
        var (bound_per_s, capacity_per_s) = (found.Capacity.Low, reading.Case.Queue.Capacity_per_s);
        return line.Words("lower bound", bound_per_s <= capacity_per_s, string.Create(CultureInfo.InvariantCulture,
            $"at least {bound_per_s:#,0}/s, and the server does {capacity_per_s:#,0}/s"));
    }

    private static IReadOnlyList<LevelEstimate> TrueLevels(CaseReading reading) => LevelEstimate.Of(
        reading.Climbed.Select(level => new LevelPoint(
            level.Key.Clients,
            level.Key.Phase,
            [.. Enumerable.Repeat(reading.TruthOf(level).Figures.Throughput_per_s, level.KeptWindows)],
            LevelValidity.Valid)));

    private static string Say(LimitKind kind) => kind switch
    {
        LimitKind.Server => "the server",
        LimitKind.Client => "the load generator",
        LimitKind.NotTested => "not asked",
        _ => "undecided",
    };

    private static string Say(VerdictKind kind) => kind switch
    {
        VerdictKind.LevelsOut => "levels out",
        VerdictKind.Falls => "rises to a peak and falls",
        VerdictKind.StillRising => "still rises",
        VerdictKind.ClientLimited => "the load generator is the limit",
        VerdictKind.Held => "fixed levels held",
        _ => "undecided",
    };
}
