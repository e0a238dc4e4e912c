using System.Globalization;
using LoadHarness.Analysis.Laws;
using LoadHarness.Analysis.Overloads;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Simulation;

/// <summary>
/// The whole chain of decisions, from windows to verdicts, on made-up servers whose truth is known. Seeded: the same
/// number of trials gives the same table.
/// </summary>
public static class ErrorRates
{
    private const double OfPlateaus = 0.95;
    private const double OfLaws = 0.90;
    private const double OfEqualServers = 0.98;
    private const double LeastCoverage = 0.93;
    private const double MostCoverage = 0.97;
    private const double Correlated = 0.3;

    /// <summary>Trials of what walks no ladder, for each of what does.</summary>
    private const int CheapTrials = 4;

    private static readonly MeasuringRules _rules = new() { MaxClients = 64, MaxWindows = 100 };

    private static readonly double[] _noises = [0.02, 0.05, 0.10];

    /// <summary>All questions.</summary>
    /// <param name="trials">Servers of each kind.</param>
    public static IEnumerable<ErrorRate> All(int trials) =>
        Plateaus(trials).Concat(CorrelatedPlateaus(trials)).Concat(Rising(trials)).Concat(Falls(trials))
            .Concat(Overloads(trials)).Concat(Coverage(trials)).Concat(BadLevels(trials))
            .Concat(StartRates.All(CheapTrials * trials)).Concat(Laws(trials)).Append(EqualServers(trials));

    private static IEnumerable<ErrorRate> Plateaus(int trials) =>
        from kind in new[]
        {
            (Name: "hard limit at 8 clients", Truth: Hinge),
            (Name: "limit of 8 with a rounded corner", Truth: (Func<int, double>)
                (n => new SmoothHingeLaw(1000, 8, 3).Throughput_per_s(n))),
            (Name: "one at a time", Truth: _ => 20_000),
        }
        from cv in _noises
        select new ErrorRate(
            "levels out, within one step of the ladder", Named(kind.Name, cv), trials,
            Count(trials, seed => ChainTrial.FindsPlateau(kind.Truth, new WindowNoise(cv), _rules, seed)), OfPlateaus);

    private static IEnumerable<ErrorRate> CorrelatedPlateaus(int trials) =>
        from cv in _noises
        select new ErrorRate(
            "levels out, within one step of the ladder", Named(Name(Correlated, "hard limit at 8 clients"), cv), trials,
            Count(trials, seed => ChainTrial.FindsPlateau(
                Hinge, new WindowNoise(cv, Lag1: Correlated), _rules, seed)), OfPlateaus);

    private static IEnumerable<ErrorRate> Rising(int trials) =>
        from cv in _noises
        select new ErrorRate(
            "is not said to level out", Named("a fifth more with every step", cv), trials,
            Count(trials, seed => !ChainTrial.LevelsOut(
                n => 1000 * Math.Pow(n, 0.45), new WindowNoise(cv), _rules, seed)),
            OfPlateaus);

    private static IEnumerable<ErrorRate> Falls(int trials) =>
        from cv in _noises
        select new ErrorRate(
            "is not said to fall", Named("hard limit at 8 clients", cv), trials,
            Count(trials, seed => !ChainTrial.Falls(Hinge, new WindowNoise(cv), _rules, seed)), OfEqualServers);

    private static IEnumerable<ErrorRate> Coverage(int trials)
    {
        foreach (var lag1 in new[] { 0, Correlated })
        {
            foreach (var cv in _noises)
            {
                yield return new ErrorRate(
                    "the 95 % interval of a level holds the truth",
                    Named(Name(lag1, "one level"), cv), trials,
                    Count(trials, seed => ChainTrial.LevelCovers(new WindowNoise(cv, Lag1: lag1), _rules, seed)),
                    LeastCoverage, MostCoverage);
            }
        }
    }

    /// <summary>
    /// Levels whose time is up after the fewest windows; and such that begin slowly: there the interval may be wide,
    /// but it must hold the truth.
    /// </summary>
    private static IEnumerable<ErrorRate> BadLevels(int trials)
    {
        var few = _rules with { MaxWindows = _rules.MinWindows };
        foreach (var lag1 in new[] { 0, Correlated })
        {
            yield return new ErrorRate(
                "the 95 % interval of a level holds the truth",
                Named(Name(lag1, "ten windows, no time for more"), 0.05), trials,
                Count(trials, seed => ChainTrial.LevelCovers(new WindowNoise(0.05, Lag1: lag1), few, seed)),
                LeastCoverage, MostCoverage);
        }

        yield return new ErrorRate(
            "the 95 % interval of a level holds the truth",
            Named("ten windows, no time for more, the first two lower by 20 %", 0.05), trials,
            Count(trials, seed => ChainTrial.LevelCovers(new WindowNoise(0.05, SlowWindows: 2), few, seed)),
            LeastCoverage);
    }

    private static IEnumerable<ErrorRate> Overloads(int trials)
    {
        var (steady, falls) = (new OverloadTrial(Hinge, 1), new OverloadTrial(n => n > 16 ? 6000 : Hinge(n), 1));
        var stays = new OverloadTrial(Hinge, 0.8);
        foreach (var cv in _noises)
        {
            ErrorRate Rate(
                string question, string server, OverloadTrial trial, Func<OverloadAnalysis, bool> isRight,
                double least) =>
                new(question, Named(server, cv), trials,
                    Count(trials, seed => isRight(trial.Read(new WindowNoise(cv), _rules, seed))), least);

            yield return Rate(
                "is not said to suffer from overload", "hard limit at 8 clients", steady,
                found => found is { Outcome: not OverloadOutcome.Falls, Recovery: not RecoveryOutcome.StaysLower },
                OfEqualServers);
            yield return Rate(
                "falls under overload", "a quarter less beyond 16 clients", falls,
                found => found.Outcome == OverloadOutcome.Falls, OfPlateaus);
            yield return Rate(
                "does not recover from overload", "a fifth less after overload", stays,
                found => found.Recovery == RecoveryOutcome.StaysLower, OfPlateaus);
        }
    }

    private static IEnumerable<ErrorRate> Laws(int trials) =>
        from kind in new (string Name, ScalingLaw Law)[]
        {
            ("hard limit at 8 clients", new HingeLaw(1000, 8)),
            ("contention of 5 %", new ContentionLaw(1000, 0.05)),
            ("contention and coherency", new UniversalLaw(1000, 0.03, 0.0005)),
        }
        select new ErrorRate(
            "the right law is chosen", Named(kind.Name + ", 14 levels", 0.02), trials,
            Count(trials, seed => ChainTrial.ChoosesLaw(kind.Law, 0.02, seed)), OfLaws);

    private static ErrorRate EqualServers(int trials) => new(
        "equal servers are not said to differ", "5 starts a side that differ by 3 %", trials,
        Count(trials, seed => ChainTrial.SaysNoDifference(5, 0.03, seed)), OfEqualServers);

    private static double Hinge(int clients) => 1000.0 * Math.Min(clients, 8);

    private static int Count(int trials, Func<int, bool> trial) => Enumerable.Range(1, trials).Count(trial);

    private static string Name(double lag1, string server) => server + (lag1 > 0
        ? string.Create(CultureInfo.InvariantCulture, $", neighbouring windows correlated by {lag1}")
        : ", independent windows");

    private static string Named(string server, double cv) =>
        string.Create(CultureInfo.InvariantCulture, $"{server}, windows vary by {100 * cv:0} %");
}
