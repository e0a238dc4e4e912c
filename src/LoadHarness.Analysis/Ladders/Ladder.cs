using System.Globalization;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Ladders;

/// <summary>
/// Says which level of a curve comes next (METHOD.md B.2): up the rungs until two successive steps are flat, then
/// between the last
/// rising and the first flat level, then once more at the levelled-out point. Depends on nothing but its arguments, so
/// that the
/// analysis of a stored run can ask it again whether the curve was done.
/// </summary>
public static class Ladder
{
    /// <summary>Neighbours closer than this are not refined further.</summary>
    private const double FinestRatio = 1.15;

    /// <summary>Levels limited by the generator, one after the other, that end the ladder.</summary>
    private const int ClientLimitedLevels = 2;

    /// <summary>Decides.</summary>
    /// <param name="rules">The run's rules.</param>
    /// <param name="visits">
    /// Levels of the curve measured so far, of the first start of the SUT, in order of time.
    /// </param>
    public static LadderDecision Next(MeasuringRules rules, IReadOnlyList<LevelPoint> visits)
    {
        var rungs = Rungs.Of(rules);
        var climbed = visits.Where(v => v.Phase == LevelPhase.Ladder).Select(v => v.Clients).ToHashSet();
        var open = rungs.Where(r => !climbed.Contains(r)).ToList();
        var levels = LevelEstimate.Of(visits);
        if (visits.Count == 0) return Climb(rungs[0], "the first level");
        if (rules.Levels.Count > 0)
            return open.Count > 0 ? Climb(open[0], "the next fixed level") : Stop("all fixed levels are measured");
        if (levels.Count == 0 || levels.All(l => !(l.Throughput.Mean > 0))) return Stop("no operation was completed");
        var plateau = Plateau.Find(rules, levels);
        if (plateau is null) return OpenEnd(rules, levels, open);
        if (climbed.Count < rules.MinLevels && open.Count > 0)
            return Climb(open[0], Invariant($"flat so far, but fewer than {rules.MinLevels} levels"));
        return AroundPlateau(rules, visits, levels, plateau);
    }

    /// <summary>
    /// The levels to repeat after a restart: the levelled-out point with its neighbours; where throughput falls, the
    /// peak and the last level; without a plateau the highest levels.
    /// </summary>
    /// <param name="rules">The run's rules.</param>
    /// <param name="visits">Levels of the curve measured in the first start of the SUT.</param>
    /// <returns>Three levels, or fewer when fewer were measured; rising.</returns>
    public static IReadOnlyList<int> RepeatLevels(MeasuringRules rules, IReadOnlyList<LevelPoint> visits)
    {
        var levels = LevelEstimate.Of(visits);
        if (Plateau.Find(rules, levels) is not { } plateau) return [.. levels.TakeLast(3).Select(l => l.Clients)];
        if (Decline.Find(rules, levels) is { } decline) return [decline.Peak.Clients, decline.Last.Clients];
        var first = levels.Count - plateau.Levels.Count;
        return [.. levels.Skip(Math.Max(0, first - 1)).Take(first == 0 ? 2 : 3).Select(l => l.Clients)];
    }

    private static LadderDecision OpenEnd(MeasuringRules rules, IReadOnlyList<LevelEstimate> levels, List<int> open)
    {
        var last = levels.Count > 1 ? StepTests.Between(rules, levels[^2], levels[^1]) : null;
        if (!rules.ChecksCauses && last is not null && GeneratorIsTheLimit(levels, last))
            return Stop(Invariant($"the load generator is the limit at {levels[^1].Clients} clients"));
        if (open.Count == 0) return Stop(Invariant($"the highest level, {levels[^1].Clients} clients, is measured"));
        return Climb(open[0], last is null ? "the second level" : Describe(last));
    }

    private static LadderDecision AroundPlateau(
        MeasuringRules rules, IReadOnlyList<LevelPoint> visits, IReadOnlyList<LevelEstimate> levels, Plateau plateau)
    {
        var below = levels.LastOrDefault(l => l.Clients < plateau.Clients)?.Clients ?? plateau.Clients;
        var refined = visits.Count(v => v.Phase == LevelPhase.Refine);
        var between = (int)Math.Round(Math.Sqrt((double)below * plateau.Clients), MidpointRounding.AwayFromZero);
        if (refined < rules.RefineLevels && between > below && between < plateau.Clients
            && (double)plateau.Clients / below >= FinestRatio)
        {
            return new LadderDecision(false, LevelPhase.Refine, between, Invariant(
                $"it rises at {below} clients and is flat from {plateau.Clients}: look between"));
        }

        var decline = Decline.Find(rules, levels);
        if ((rules.Confirm || decline is not null) && visits.All(v => v.Phase != LevelPhase.Confirm))
        {
            var (seen, clients) =
                decline is null ? ("flat from", plateau.Clients) : ("lower than at", decline.Peak.Clients);
            var reason = Invariant($"{seen} {clients} clients: measure that level once more");
            return new LadderDecision(false, LevelPhase.Confirm, clients, reason);
        }

        return Stop(
            Invariant($"it levels out at {plateau.Clients} clients with {plateau.Throughput.Mean:#,0.#} operations/s"));
    }

    /// <summary>
    /// More clients are of no use: the generator was busy twice, and the last step gained less than its margin. Where
    /// it is asked by experiment who is the limit, that sign ends nothing: the plateau is needed to ask at.
    /// </summary>
    private static bool GeneratorIsTheLimit(IReadOnlyList<LevelEstimate> levels, StepTest last) =>
        last.Gain < last.Margin
        && levels.Count > ClientLimitedLevels
        && levels.TakeLast(ClientLimitedLevels).All(l => l.Validity.IsClientLimited);

    private static string Describe(StepTest step)
    {
        var bound = double.IsNaN(step.High) ? "" : Invariant($"at most {Share(step.High):0.0} %; ");
        return Invariant(
            $"from {step.FromClients} to {step.ToClients} clients throughput changed by ")
            + Invariant($"{Share(step.Gain):+0.0;-0.0;0.0} % ({bound}flat is below {Share(step.Margin):0.0} %)");
    }

    private static double Share(double logarithm) => 100 * (Math.Exp(logarithm) - 1);

    private static LadderDecision Climb(int clients, string reason) => new(false, LevelPhase.Ladder, clients, reason);

    private static LadderDecision Stop(string reason) => new(true, LevelPhase.Ladder, 0, reason);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
