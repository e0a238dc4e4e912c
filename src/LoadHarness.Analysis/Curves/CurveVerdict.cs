using System.Globalization;
using LoadHarness.Analysis.Causes;
using LoadHarness.Analysis.Ladders;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Curves;

/// <summary>Comes to a verdict on a curve (METHOD.md B.2, B.8 and "On small machines").</summary>
public static class CurveVerdict
{
    /// <summary>Levels of a plateau that must pass the checks before the plateau is the server's.</summary>
    private const int FewestSound = 2;

    /// <summary>Decides.</summary>
    /// <param name="curve">The curve's visits.</param>
    public static Verdict Decide(CurveReading curve)
    {
        var levels = LevelEstimate.Of(curve.First);
        if (levels.Count == 0 || levels.All(l => !(l.Throughput.Mean > 0)))
        {
            return new Verdict
            {
                Kind = VerdictKind.Undecided,
                Cause = UndecidedCause.NoData,
                HighestClients = levels.Count > 0 ? levels[^1].Clients : 0,
                Reason = "no operation was completed",
            };
        }

        if (curve.Rules.Levels.Count > 0) return Held(curve, levels);
        var next = Ladder.Next(curve.Rules, curve.First);
        var verdict = Plateau.Find(curve.Rules, levels) is { } plateau
            ? OfPlateau(curve, levels, plateau)
            : OfOpenEnd(curve, levels, next);
        return verdict with
        {
            HighestClients = levels[^1].Clients,
            ExpectedStartCv = curve.ExpectedStartCv,
        };
    }

    private static Verdict Held(CurveReading curve, IReadOnlyList<LevelEstimate> levels)
    {
        var highest = levels[^1].Clients;
        return new Verdict
        {
            Kind = VerdictKind.Held,
            Clients = highest,
            HighestClients = highest,
            Reason = highest >= curve.Rules.Levels.Max()
                ? Invariant($"fixed levels up to {highest} clients")
                : Invariant($"fixed levels up to {highest} clients, of {curve.Rules.Levels.Max()} asked for"),
        };
    }

    private static Verdict OfPlateau(CurveReading curve, IReadOnlyList<LevelEstimate> levels, Plateau plateau)
    {
        if (curve.Cause.Limit == LimitKind.Client)
            return ClientLimited(curve, plateau.Clients, plateau.Levels, plateau.Throughput);
        plateau = Excused(curve.Cause, plateau);
        var limited = plateau.Levels.Count(l => l.Validity.IsClientLimited);
        var sound = plateau.Levels.Where(l => l.Validity.Grade != ValidityGrade.Invalid).ToList();
        if (2 * limited > plateau.Levels.Count || (sound.Count < FewestSound && limited > 0))
            return ClientLimited(curve, plateau.Clients, plateau.Levels, plateau.Throughput);
        if (sound.Count < FewestSound) return Invalid(levels, plateau);
        return Decline.Find(curve.Rules, levels) is { } decline && decline.IsBorneOut(curve.Rules, curve.Starts)
            ? Falls(curve, decline)
            : LevelsOut(curve, plateau, sound);
    }

    /// <summary>
    /// A busy generator is a sign that it may be the limit. Where an experiment shows that it is not, the sign does not
    /// count; other signs do.
    /// </summary>
    private static Plateau Excused(CauseAnalysis cause, Plateau plateau) => cause.Limit != LimitKind.Server
        ? plateau
        : plateau with
        {
            Levels =
            [
                .. plateau.Levels.Select(level => level with
                {
                    Validity = LevelValidity.Of(
                        [.. level.Validity.Issues.Where(issue => !IsOfBusyGenerator(issue))]),
                }),
            ],
        };

    private static bool IsOfBusyGenerator(ValidityIssue issue) =>
        string.Equals(issue.Code, ValidityCode.GeneratorCpu, StringComparison.Ordinal);

    private static Verdict LevelsOut(CurveReading curve, Plateau plateau, List<LevelEstimate> sound)
    {
        var capacity =
            Capacity(curve, [.. sound.Select(l => l.Clients)], Plateau.Pool(sound), sound.Sum(l => l.Windows));
        var left = plateau.Levels.Count - sound.Count;
        var but = left > 0 ? Invariant($"; {left} of its levels failed their checks and are left out of the mean") : "";
        return new Verdict
        {
            Kind = VerdictKind.LevelsOut,
            Limit = curve.Cause.Limit,
            Clients = plateau.Clients,
            Capacity = capacity.Interval,
            Restarts = capacity.Restarts,
            PlateauClients = [.. plateau.Levels.Select(l => l.Clients)],
            Reason = Invariant(
                $"from {plateau.Clients} to {plateau.Levels[^1].Clients} clients throughput stays within the margin")
                + but,
        };
    }

    private static Verdict Falls(CurveReading curve, Decline decline)
    {
        var (peak, last, drop) = decline;
        var capacity = Capacity(curve, [peak.Clients], peak.Throughput, peak.Windows);
        return new Verdict
        {
            Kind = VerdictKind.Falls,
            Limit = curve.Cause.Limit,
            Clients = peak.Clients,
            Capacity = capacity.Interval,
            Restarts = capacity.Restarts,
            Reason = Invariant($"the peak is at {peak.Clients} clients; at {last.Clients} clients throughput is ")
                + Invariant($"{Percent(drop.Mean):0.0} % lower (at least {Percent(drop.UpperBound):0.0} %)"),
        };
    }

    private static Verdict ClientLimited(
        CurveReading curve, int clients, IReadOnlyList<LevelEstimate> levels, MeanEstimate throughput)
    {
        var capacity = Capacity(curve, [.. levels.Select(l => l.Clients)], throughput, levels.Sum(l => l.Windows));
        return new Verdict
        {
            Kind = VerdictKind.ClientLimited,
            Limit = LimitKind.Client,
            Clients = clients,
            Capacity = capacity.Interval,
            Restarts = capacity.Restarts,
            PlateauClients = [.. levels.Select(l => l.Clients)],
            Reason = $"the load generator was at its limit ({SignOfClient(curve.Cause, levels)})",
        };
    }

    private static string SignOfClient(CauseAnalysis cause, IReadOnlyList<LevelEstimate> levels)
    {
        if (cause is { Limit: LimitKind.Client, Proof: LimitProof.MoreGenerators })
            return Invariant($"one thread more brought {100 * (Math.Exp(cause.MoreGain.Mean) - 1):0.0} % more");
        if (cause is { Limit: LimitKind.Client, Doses: [.., var most] })
            return Invariant($"{100 * most.Share:0} % more work for it cost {100 * most.LostShare:0.0} % throughput");
        var issue = levels.SelectMany(l => l.Validity.Issues).First(i => ValidityCode.IsOfGenerator(i.Code));
        return $"{issue.Code}: {issue.Detail}";
    }

    private static Verdict Invalid(IReadOnlyList<LevelEstimate> levels, Plateau plateau)
    {
        var issue = plateau.Levels.SelectMany(l => l.Validity.Issues).First();
        return Undecided(levels, UndecidedCause.Invalid,
            Invariant($"it looks flat from {plateau.Clients} clients, but those levels failed their checks")
                + $" ({issue.Code}: {issue.Detail})");
    }

    private static Verdict OfOpenEnd(CurveReading curve, IReadOnlyList<LevelEstimate> levels, LadderDecision next)
    {
        var last = levels[^1];
        if (!next.Stop)
        {
            return curve.State == RunState.Complete
                ? Undecided(
                    levels, UndecidedCause.Budget,
                    Invariant($"the time budget ended the ladder at {last.Clients} clients"))
                : Undecided(levels, UndecidedCause.Interrupted, Invariant($"the run ended at {last.Clients} clients"));
        }

        if (last.Validity.IsClientLimited)
        {
            var best = levels.MaxBy(l => l.Throughput.Mean)!;
            return ClientLimited(curve, best.Clients, [best with { Validity = last.Validity }], best.Throughput);
        }

        var step = levels.Count > 1 ? StepTests.Between(curve.Rules, levels[^2], last) : null;
        return step?.Outcome switch
        {
            StepOutcome.Rising => StillRising(curve, last, step),
            StepOutcome.Flat or StepOutcome.Falling => Undecided(levels, UndecidedCause.Range,
                Invariant($"only the last step, to {last.Clients} clients, is flat; it takes {curve.Rules.FlatSteps}")),
            StepOutcome.Unclear => Undecided(levels, UndecidedCause.Noise,
                Invariant($"the windows vary too much to tell whether the step to {last.Clients} clients is flat")),
            _ => Undecided(levels, UndecidedCause.Range, "a single level tells nothing about levelling out"),
        };
    }

    private static Verdict StillRising(CurveReading curve, LevelEstimate last, StepTest step)
    {
        var capacity = Capacity(curve, [last.Clients], last.Throughput, last.Windows);
        return new Verdict
        {
            Kind = VerdictKind.StillRising,
            Clients = last.Clients,
            Capacity = capacity.Interval,
            Restarts = capacity.Restarts,
            Reason = Invariant($"the last step, from {step.FromClients} to {step.ToClients} clients, still gains ")
                + Invariant($"{100 * (Math.Exp(step.Gain) - 1):0.0} %"),
        };
    }

    private static Verdict Undecided(IReadOnlyList<LevelEstimate> levels, UndecidedCause cause, string reason)
    {
        var best = levels.MaxBy(l => l.Throughput.Mean)!;
        return new Verdict
        {
            Kind = VerdictKind.Undecided,
            Cause = cause,
            Capacity = best.Throughput.ToThroughput(best.Windows),
            Reason = reason,
        };
    }

    /// <summary>
    /// The interval over restarts when two starts or more visited these levels, else the one within the first start.
    /// </summary>
    private static (Interval Interval, IReadOnlyList<RestartEstimate> Restarts) Capacity(
        CurveReading curve, IReadOnlyList<int> clients, MeanEstimate first, int windows)
    {
        var restarts = RestartEstimates.Of(curve, clients);
        return restarts.Count < 2
            ? (first.ToThroughput(windows), restarts)
            : (RestartInterval.Of([.. restarts.Select(r => r.Throughput_per_s)], curve.ExpectedStartCv), restarts);
    }

    /// <summary>How much lower than 1 the ratio of that logarithm is, %.</summary>
    private static double Percent(double logarithm) => 100 * (1 - Math.Exp(logarithm));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
