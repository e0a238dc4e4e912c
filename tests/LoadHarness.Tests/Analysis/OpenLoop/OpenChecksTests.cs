using LoadHarness.Analysis.Levels;
using LoadHarness.Results;
using LoadHarness.Tests.Results;

namespace LoadHarness.Tests.Analysis.OpenLoop;

public sealed class OpenChecksTests
{
    private static readonly LevelRow _good = new()
    {
        Key = Samples.Key() with { Phase = LevelPhase.Open, Clients = 128 },
        Operation = "insert",
        ConnectedClients = 128,
        Measured_s = 2,
        KeptWindows = 20,
        Operations = 8000,
        Throughput_per_s = 4000,
        LatencyMean_us = 200,
        OutstandingShare = 0.006,
        AllOperations = 9000,
        Open = new OpenFigures { Due = 8000, Sent = 8000, OwnLagP99_us = 60, LatencyP99_us = 400 },
    };

    [Fact]
    public void Connections_are_free_between_operations_and_that_is_no_lag() => Judge(_good.Open).ShouldBe("valid");

    [Fact]
    public void A_rate_is_reached_when_99_percent_of_what_was_due_was_sent()
    {
        Judge(_good.Open with { Sent = 7920 }).ShouldBe("valid");
        Judge(_good.Open with { Sent = 7919 }).ShouldBe(
            "invalid: rate-not-reached (99.0 % of the operations that were due were sent)");
        Judge(_good.Open with { Sent = 0, Due = 0 }).ShouldStartWith("invalid: rate-not-reached (no operation was due");
    }

    [Fact]
    public void The_generators_own_lag_may_have_a_quarter_of_the_99th_percentile()
    {
        Judge(_good.Open with { OwnLagP99_us = 100 }).ShouldBe("valid");
        Judge(_good.Open with { OwnLagP99_us = 101 }).ShouldBe(
            "suspect: send-lag (the generator was up to 101 µs late in 99 % of its sends)");
        Judge(_good.Open with { SendLagP99_us = 300 }).ShouldBe("valid", "waiting for a connection is no fault of it");
        Judge(_good.Open with { LatencyP99_us = double.NaN }).ShouldBe("valid");
    }

    private static string Judge(OpenFigures open) => LevelChecks.Judge(
        new MeasuringRules(), _good with { Open = open }, null, [], isSteady: true).ToText();
}
