using System.Globalization;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Calibration;

/// <summary>Throughput and response times of one level against their truth.</summary>
internal static class LevelCertificate
{
    private const double High = 0.99;

    /// <summary>The lines of a level.</summary>
    public static IEnumerable<CertificateRow> Of(CaseReading reading, LevelRow level) =>
        level.Key.Phase == LevelPhase.Open ? Open(reading, level) : Closed(reading, level);

    private static IEnumerable<CertificateRow> Closed(CaseReading reading, LevelRow level)
    {
        var (queue, clients) = (reading.Case.Queue, level.Key.Clients);
        var truth = reading.TruthOf(level);
        // Where all requests take the same time, chance has no part in it.
        var half = queue.IsFixed ? QueueFigures.Unknown : SamplingSpread.HalfWidths(
            seed => QueueSimulation.Closed(queue, clients, truth.Idle_s, truth.Length_s, seed));
        var measured = new QueueFigures(level.Throughput_per_s, level.LatencyMean_us, level.LatencyP99_us);
        var line = new CertificateLine(reading.Case.Name);
        var rows = Lines(line, truth, measured, ClosedFormula.Of(queue, clients, truth.Idle_s), half)
            .Where(row => IsKnown(row, level));
        if (queue.Stall_ms > 0) rows = rows.Append(Longest(line, truth, level.LatencyMax_us));
        if (reading.Case.ThinkTime_us > 0) rows = rows.Append(Thinking(line, reading.Case.ThinkTime_us, level));
        return Finished(rows, level, Invariant($"{clients} {(clients == 1 ? "client" : "clients")}"));
    }

    /// <summary>
    /// Response times count from when requests were due: what lateness adds is the harness's own error.
    /// </summary>
    private static IEnumerable<CertificateRow> Open(CaseReading reading, LevelRow level)
    {
        var (queue, rate_per_s) = (reading.Case.Queue, level.Open.RequestedRate_per_s);
        var truth = reading.TruthOf(level);
        var half = SamplingSpread.HalfWidths(
            seed => QueueSimulation.Open(queue, rate_per_s, truth.Length_s, seed));
        var measured = new QueueFigures(
            level.Throughput_per_s, level.Open.LatencyMean_us, level.Open.LatencyP99_us);
        var line = new CertificateLine(reading.Case.Name);
        var rows = Lines(line, truth, measured, OpenFormula.Of(queue, rate_per_s), half);
        if (queue.Stall_ms > 0) rows = rows.Append(Longest(line, truth, level.Open.LatencyMax_us));
        return Finished(rows, level, Invariant($"{rate_per_s:0.#}/s, {100 * rate_per_s / queue.Capacity_per_s:0} %"));
    }

    private static IEnumerable<CertificateRow> Lines(
        CertificateLine line, LevelTruth truth, QueueFigures measured, QueueFigures formula, QueueFigures half)
    {
        var figures = truth.Figures;
        yield return With(formula.Throughput_per_s, half.Throughput_per_s, line.Number(
            "throughput", "1/s", figures.Throughput_per_s, measured.Throughput_per_s,
            CertificateGoal.Throughput(figures.Throughput_per_s)));
        yield return With(formula.Mean_us, half.Mean_us, line.Number(
            "mean response", "µs", figures.Mean_us, measured.Mean_us, CertificateGoal.Mean_us(figures.Mean_us)));
        // What is left of the error is of the network and the harness.
        yield return line.Number(
            "mean response as answers left", "µs", truth.Left_us, measured.Mean_us, double.NaN);
        yield return With(formula.P99_us, half.P99_us, line.Number(
            "p99 response", "µs", figures.P99_us, measured.P99_us, CertificateGoal.Tail_us(figures.P99_us)));
    }

    /// <summary>Nobody has a high percentile of few operations (METHOD.md A.4).</summary>
    private static bool IsKnown(CertificateRow row, LevelRow level) =>
        row.Result != CertificateResult.Unknown || Percentiles.IsKnown(level.Operations, High);

    private static CertificateRow Longest(CertificateLine line, LevelTruth truth, double measured_us) => line.Number(
        "longest response", "µs", truth.Longest_us, measured_us, CertificateGoal.Tail_us(truth.Longest_us));

    /// <summary>Think time as the harness kept it: N/X − R.</summary>
    private static CertificateRow Thinking(CertificateLine line, double think_us, LevelRow level) => line.Number(
        "think time", "µs", think_us, level.Key.Clients / level.Throughput_per_s * 1e6 - level.LatencyMean_us,
        CertificateGoal.Mean_us(think_us));

    private static CertificateRow With(double formula, double half, CertificateRow row) =>
        row with { Formula = formula, FormulaLow = formula - half, FormulaHigh = formula + half };

    private static IEnumerable<CertificateRow> Finished(
        IEnumerable<CertificateRow> rows, LevelRow level, string load) =>
        rows.Select(row => CertificateLine.Excused(row with { Load = load }, CaseReading.IsDisturbedAt(level)));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
