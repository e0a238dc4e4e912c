using LoadHarness.Analysis.Calibration;
using LoadHarness.Analysis.Curves;
using LoadHarness.Results;

namespace LoadHarness.Tests.Analysis.Calibration;

public sealed class CertificateTests
{
    private static readonly QueueSpec _queue = new() { Workers = 4, Service_us = 10_000, IsFixed = true };

    private static readonly CalibrationCase _ladder = new()
    {
        Name = "fixed",
        Title = "",
        Queue = _queue,
        Verdict = VerdictKind.LevelsOut,
    };

    private readonly PerfectRun _perfect = new(_queue, 0, new MeasuringRules { MaxClients = 12, RefineLevels = 0 });

    public CertificateTests()
    {
        foreach (var clients in new[] { 1, 2, 3, 4, 6, 8 }) _perfect.Add(clients, windows: 40);
    }

    [Fact]
    public void A_harness_without_error_keeps_every_goal()
    {
        var rows = Certificate.Of(_ladder, _perfect.ToRun(), _perfect.Log);
        rows.Where(row => row.Result is not (CertificateResult.Within or CertificateResult.Shown)).ShouldBeEmpty();
        rows.Where(row => row.Quantity is "throughput").Select(row => row.Load)
            .ShouldBe(["1 client", "4 clients", "8 clients"]);
        Row(rows, "N*, where it levels out").Measured.ShouldBe(4);
        Row(rows, "N*, crossing").Truth.ShouldBe(4, 0.02);
        Row(rows, "capacity").Formula.ShouldBe(400, 1e-9);
        Row(rows, "server's plan against the replay").Measured.ShouldBe(0);
    }

    [Fact]
    public void Throughput_that_is_two_percent_too_high_is_missed_and_so_are_times_beyond_their_goals()
    {
        var rows = Certificate.Of(_ladder, _perfect.ToRun(level => level with
        {
            Throughput_per_s = 1.02 * level.Throughput_per_s,
            LatencyMean_us = level.LatencyMean_us + 90,
            LatencyP99_us = 0.96 * level.LatencyP99_us,
        }), _perfect.Log);
        rows.Where(row => row.Quantity is "throughput").ShouldAllBe(row => row.Result == CertificateResult.Missed);
        rows.Where(row => row.Quantity is "mean response").ShouldAllBe(row => row.Result == CertificateResult.Within);
        rows.Where(row => row.Quantity is "p99 response").ShouldAllBe(row => row.Result == CertificateResult.Missed);
    }

    [Fact]
    public void What_is_missed_on_a_disturbed_machine_is_marked_so_and_what_is_not_known_too()
    {
        var rows = Certificate.Of(_ladder, _perfect.ToRun(level => level with
        {
            Throughput_per_s = 0.9 * level.Throughput_per_s,
            LatencyP99_us = double.NaN,
            Validity = "suspect: disturbed (others used the machine in 9 of the 40 windows that count)",
        }), _perfect.Log);
        Row(rows, "throughput").Result.ShouldBe(CertificateResult.Disturbed);
        Row(rows, "p99 response").Result.ShouldBe(CertificateResult.Unknown);
    }

    [Fact]
    public void A_server_that_does_not_keep_its_plan_is_seen()
    {
        var log = _perfect.Log.ToList();
        log[100] = log[100] with { Service_ns = log[100].Service_ns + 1 };
        Row(Certificate.Of(_ladder, _perfect.ToRun(), log), "server's plan against the replay").Result
            .ShouldBe(CertificateResult.Missed);
    }

    [Fact]
    public void A_wrong_verdict_is_missed_with_both_in_words()
    {
        var row = Row(Certificate.Of(
            _ladder with { Verdict = VerdictKind.ClientLimited }, _perfect.ToRun(), _perfect.Log), "verdict");
        row.Result.ShouldBe(CertificateResult.Missed);
        row.Note.ShouldBe("right: the load generator is the limit; found: levels out");
    }

    [Fact]
    public void Think_time_and_stalls_are_measured_where_there_are_any()
    {
        var queue = _queue with { StallEvery_ms = 2000, Stall_ms = 300 };
        var run = new PerfectRun(queue, 20_000, new MeasuringRules { Levels = [6] }).Add(6, windows: 80);
        var rows = Certificate.Of(
            new CalibrationCase
            {
                Name = "stalls",
                Title = "",
                Queue = queue,
                ThinkTime_us = 20_000,
                Verdict = VerdictKind.Held,
            },
            run.ToRun(), run.Log);
        rows.Where(row => row.Result is not (CertificateResult.Within or CertificateResult.Shown)).ShouldBeEmpty();
        Row(rows, "think time").Truth.ShouldBe(20_000);
        Row(rows, "longest response").Truth.ShouldBeInRange(300_000, 331_000);
    }

    [Fact]
    public void A_rate_is_held_against_the_replay_with_the_formula_of_random_arrivals_beside_it()
    {
        var queue = new QueueSpec { Workers = 1, Service_us = 5_000, IsFixed = true };
        var run = new PerfectRun(queue, 0, new MeasuringRules()).AddRate(140, windows: 100);
        var given = new CalibrationCase { Name = "rate", Title = "", Queue = queue };
        var rows = Certificate.Of(given, run.ToRun(), run.Log);
        rows.Where(row => row.Result is not (CertificateResult.Within or CertificateResult.Shown)).ShouldBeEmpty();
        rows.ShouldNotContain(row => row.Quantity == "verdict");
        var mean = Row(rows, "mean response");
        mean.Load.ShouldBe("140/s, 70 %");
        mean.Formula.ShouldBe(5_000 * (1 + 0.7 / 0.6), 1e-6);
        mean.IsInside.ShouldBe(true);
        Row(rows, "p99 response").Truth.ShouldBeGreaterThan(mean.Truth);
    }

    private static CertificateRow Row(IEnumerable<CertificateRow> rows, string quantity) =>
        rows.First(row => string.Equals(row.Quantity, quantity, StringComparison.Ordinal));
}
