using LoadHarness.Analysis.Ladders;
using LoadHarness.Analysis.Simulation;
using LoadHarness.Results;

namespace LoadHarness.Tests.Analysis.Ladders;

/// <summary>
/// How often the ladder is right on servers whose truth is known (the simulations of METHOD.md B.2, repeated on our own
/// code).
/// </summary>
public sealed class PlateauRateTests
{
    private const int Trials = 200;

    private static readonly MeasuringRules _rules = new() { MaxClients = 64, MaxWindows = 100 };

    [Theory]
    [InlineData(0.03)]
    [InlineData(0.05)]
    [InlineData(0.10)]
    public void A_hard_limit_of_8_clients_is_found_within_a_step_and_without_bias(double cv)
    {
        var errors = new List<double>();
        var found = 0;
        for (var seed = 0; seed < Trials; seed++)
        {
            var curve = new SimulatedCurve(n => 1000.0 * Math.Min(n, 8), cv, seed).Walk(_rules);
            if (Plateau.Find(_rules, LevelEstimate.Of(curve.Visits)) is not { } plateau) continue;
            if (plateau.Clients is >= 6 and <= 12) found++;
            errors.Add(plateau.Throughput.Mean / 8000 - 1);
        }

        errors.Sort();
        found.ShouldBeGreaterThanOrEqualTo(Trials * 95 / 100);
        errors[errors.Count / 2].ShouldBeInRange(-0.01, 0.005);
        errors[errors.Count * 95 / 100].ShouldBeLessThan(0.03);
    }

    [Theory]
    [InlineData(0.03)]
    [InlineData(0.10)]
    public void A_server_that_gains_a_fifth_with_every_step_is_hardly_ever_called_flat(double cv)
    {
        var flat = Enumerable.Range(0, Trials).Count(seed =>
        {
            var curve = new SimulatedCurve(n => 1000 * Math.Pow(n, 0.45), cv, seed).Walk(
                _rules with { Confirm = false });
            return Plateau.Find(_rules, LevelEstimate.Of(curve.Visits)) is not null;
        });
        flat.ShouldBeLessThanOrEqualTo(Trials * 5 / 100);
    }

    [Fact]
    public void A_sequential_server_levels_out_at_one_client()
    {
        var one = Enumerable.Range(0, Trials).Count(seed =>
        {
            var curve = new SimulatedCurve(_ => 20_000, 0.05, seed).Walk(_rules);
            return Plateau.Find(_rules, LevelEstimate.Of(curve.Visits)) is { Clients: 1 };
        });
        one.ShouldBeGreaterThanOrEqualTo(Trials * 95 / 100);
    }

    /// <summary>
    /// The largest window mean is what naive tools report: METHOD.md gives a bias of +3.4 % at 5 % noise; the pooled
    /// mean has none.
    /// </summary>
    [Fact]
    public void The_pooled_mean_is_not_biased_upwards_as_the_largest_window_is()
    {
        var rules = _rules with { MaxWindows = 25 };
        double pooled = 0, largest = 0;
        for (var seed = 0; seed < Trials; seed++)
        {
            var curve = new SimulatedCurve(n => 1000.0 * Math.Min(n, 8), 0.05, seed).Walk(rules);
            pooled += Plateau.Find(rules, LevelEstimate.Of(curve.Visits))!.Throughput.Mean / 8000 / Trials;
            largest += curve.Visits.Max(v => v.Windows_per_s.Max()) / 8000 / Trials;
        }

        pooled.ShouldBe(1, 0.005);
        largest.ShouldBeGreaterThan(1.05);
    }
}
