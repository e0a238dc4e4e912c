using LoadHarness.Analysis.Levels;
using LoadHarness.Results;
using LoadHarness.Tests.Results;

namespace LoadHarness.Tests.Analysis.Levels;

public sealed class LevelChecksTests
{
    private static readonly MeasuringRules _rules = new() { MinWindows = 10 };

    private static readonly LevelRow _good = new()
    {
        Key = Samples.Key() with { Clients = 4 },
        Operation = "insert",
        ConnectedClients = 4,
        Measured_s = 2,
        KeptWindows = 20,
        Operations = 8000,
        Throughput_per_s = 4000,
        LatencyMean_us = 990,
        OutstandingShare = 0.99,
        LittleResidual = -0.01,
        SutOperations = 9004,
        AllOperations = 9000,
    };

    private static readonly ResourceRow _idleGenerator = new()
    {
        Key = _good.Key,
        Process = "generator",
        Length_s = 2,
        UserCpu_s = 0.5,
        SystemCpu_s = 0.5,
        Cpus = 1,
        BusiestThreadShare = double.NaN,
    };

    [Fact]
    public void A_good_level_is_valid() => Judge(_good).ShouldBe("valid");

    [Fact]
    public void A_busy_generator_is_suspect_above_80_and_invalid_above_90_percent()
    {
        Judge(_good, _idleGenerator with { UserCpu_s = 1.2 }).ShouldBe("suspect: generator-cpu (85 % of its CPU used)");
        Judge(_good, _idleGenerator with { UserCpu_s = 1.4 }).ShouldBe("invalid: generator-cpu (95 % of its CPU used)");
        Judge(_good, _idleGenerator with { Cpus = 2, BusiestThreadShare = 0.97 }).ShouldBe(
            "invalid: generator-cpu (97 % of its CPU used)");
    }

    [Fact]
    public void Time_lost_by_clients_is_the_generators_fault_unless_they_were_thinking()
    {
        Judge(_good with { OutstandingShare = 0.9 }).ShouldStartWith("invalid: generator-lag");
        Judge(_good with { OutstandingShare = 0.9 }, rules: _rules with { ThinkTime_us = 95 }).ShouldBe("valid");
    }

    [Fact]
    public void Closing_a_connection_is_work_of_the_client_and_no_lost_time() =>
        Judge(_good with { OutstandingShare = 0.9, ClosingTime_s = 0.09 * 2 * 4 }).ShouldBe("valid");

    [Fact]
    public void Littles_law_must_hold_as_far_as_the_edges_of_the_time_allow()
    {
        Judge(_good with { LittleResidual = -0.06 }).ShouldBe("invalid: little (residual -6.0 %)");
        Judge(_good with { LittleResidual = 0.03 }).ShouldBe("suspect: little (residual +3.0 %)");
        Judge(_good with { LittleResidual = -0.06, LatencyMean_us = 200_000 }).ShouldBe("valid");
    }

    [Fact]
    public void Failures_are_counted_by_kind()
    {
        Judge(_good with { WrongAnswers = 1 }).ShouldBe("invalid: wrong-answers (1 wrong answers)");
        Judge(_good with { Timeouts = 2 }).ShouldBe(
            "suspect: errors (2 timeouts)");
        Judge(_good with { Resets = 100 }).ShouldStartWith("invalid: errors");
    }

    [Fact]
    public void Counts_must_agree()
    {
        var client = Samples.Client(_good.Key) with { Operations = 7999 };
        LevelChecks.Judge(_rules, _good, _idleGenerator, [client], isSteady: true).ToText()
            .ShouldBe("invalid: conservation (clients sum to 7999, the level has 8000)");
        Judge(_good with { SutOperations = 9009 }).ShouldStartWith("suspect: conservation");
        Judge(_good with { SutOperations = -1 }).ShouldBe("valid");
    }

    [Fact]
    public void Missing_clients_few_windows_and_drift_are_told()
    {
        Judge(_good with { ConnectedClients = 3 }).ShouldBe("invalid: not-connected (3 of 4 clients connected)");
        Judge(_good with { KeptWindows = 4 }).ShouldBe("suspect: few-windows (4 windows count, 10 wanted)");
        LevelChecks.Judge(_rules, _good, null, [], isSteady: false).ToText().ShouldStartWith("suspect: not-steady");
    }

    private static string Judge(LevelRow level, ResourceRow? generator = null, MeasuringRules? rules = null) =>
        LevelChecks.Judge(rules ?? _rules, level, generator ?? _idleGenerator, [], isSteady: true).ToText();
}
