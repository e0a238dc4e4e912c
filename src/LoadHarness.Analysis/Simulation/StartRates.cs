using System.Globalization;

namespace LoadHarness.Analysis.Simulation;

/// <summary>How often intervals over few starts hold the truth, and what is said of equal models.</summary>
internal static class StartRates
{
    private const double OfEqualServers = 0.98;
    private const double LeastCoverage = 0.93;
    private const int ModelsOfRun = 3;

    private static readonly (string Name, double CommonCv, double LevelCv)[] _spreads =
    [
        ("alike", 0, 0),
        ("that differ by 3 %", 0.03, 0),
        ("that differ by 3 %, each level by itself", 0, 0.03),
        ("that differ by 10 %", 0.10, 0),
        ("that differ by 10 %, each level by itself", 0, 0.10),
    ];

    /// <summary>All questions.</summary>
    /// <param name="trials">Runs of each kind.</param>
    public static IEnumerable<ErrorRate> All(int trials)
    {
        foreach (var starts in new[] { 2, 3 })
        {
            foreach (var (name, commonCv, levelCv) in _spreads)
            {
                foreach (var rate in Of(new StartsTrial(ModelsOfRun, starts, commonCv, levelCv), name, trials))
                    yield return rate;
            }

            foreach (var rate in Of(new StartsTrial(1, starts, 0.10, 0), "that differ by 10 %", trials))
                yield return rate;
        }
    }

    private static IEnumerable<ErrorRate> Of(StartsTrial trial, string name, int trials)
    {
        var server = string.Create(
            CultureInfo.InvariantCulture,
            $"{trial.Starts} starts {name}, {(trial.Models == 1 ? "one model" : $"{trial.Models} models")}");
        ErrorRate Rate(string question, Func<int, bool> isRight, double least) =>
            new(question, server, trials, Enumerable.Range(1, trials).Count(isRight), least);
        yield return Rate("the 95 % interval of a level over starts holds the truth", trial.LevelCovers, LeastCoverage);
        yield return Rate("the 95 % interval of a capacity holds the truth", trial.CapacityCovers, LeastCoverage);
        yield return Rate("the 95 % interval of a ratio holds the truth", trial.RatioCovers, LeastCoverage);
        yield return Rate("equal servers are not said to differ", trial.SaysNoDifference, OfEqualServers);
    }
}
