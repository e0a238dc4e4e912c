using LoadHarness.Analysis.Levels;
using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Overloads;

/// <summary>Reads what overload did to a curve from the visits that tried it.</summary>
internal static class OverloadReader
{
    /// <summary>Reads.</summary>
    /// <param name="rules">The run's rules.</param>
    /// <param name="visits">
    /// Visits of one curve in order of time; those of other phases say how windows are correlated.
    /// </param>
    public static OverloadAnalysis Of(MeasuringRules rules, IReadOnlyList<LevelVisit> visits)
    {
        var correlation = WindowCorrelation.OfCurve(
            visits.Where(v => v.Key.Phase != LevelPhase.Ceiling).Select(v => v.ToPoint().Windows_per_s));
        var tried = visits.Where(visit => visit.Key.Phase.IsOfOverload()).ToList();
        var place = tried.FindIndex(visit => visit.Key.Phase == LevelPhase.Overload);
        if (place < 1 || tried[place - 1].Key.Phase != LevelPhase.Recovery) return OverloadAnalysis.None;
        var (before, during, after) = (tried[place - 1], tried[place], tried.ElementAtOrDefault(place + 1));
        var analysis = new OverloadAnalysis
        {
            Clients = before.Key.Clients,
            OverloadClients = during.Key.Clients,
            Before = ToInterval(before, correlation),
            During = ToInterval(during, correlation),
            After = after is null ? Interval.None : ToInterval(after, correlation),
            Change = MeanEstimate.LogRatio(
                Throughput(during, correlation), Throughput(before, correlation)),
            ChangeAfter = after is null
                ? MeanEstimate.Unknown
                : MeanEstimate.LogRatio(Throughput(after, correlation), Throughput(before, correlation)),
            Exponent = Exponent(rules, before, during),
        };
        var margin = Math.Log(1 + rules.Delta);
        return analysis with
        {
            Outcome = Outcome(analysis.Change, margin, before, during),
            Recovery = after is null
                ? RecoveryOutcome.NotTested
                : Recovery(analysis.ChangeAfter, margin, before, after),
            Objection = Objection(before, during, after),
        };
    }

    private static OverloadOutcome Outcome(MeanEstimate change, double margin, LevelVisit before, LevelVisit during)
    {
        if (!IsSound(before)) return OverloadOutcome.Undecided;
        if (Failures(during).Any()) return OverloadOutcome.Falls;
        if (!IsSound(during)) return OverloadOutcome.Undecided;
        if (change.LowerBound > -margin) return OverloadOutcome.Holds;
        // A generator that is full loses throughput, too.
        return change.UpperBound < -margin && !Validity(during).IsClientLimited
            ? OverloadOutcome.Falls
            : OverloadOutcome.Undecided;
    }

    private static RecoveryOutcome Recovery(MeanEstimate change, double margin, LevelVisit before, LevelVisit after)
    {
        if (!IsSound(before)) return RecoveryOutcome.Undecided;
        if (Failures(after).Any()) return RecoveryOutcome.StaysLower;
        if (!IsSound(after)) return RecoveryOutcome.Undecided;
        if (change.LowerBound > -margin) return RecoveryOutcome.Recovers;
        return change.UpperBound < -margin ? RecoveryOutcome.StaysLower : RecoveryOutcome.Undecided;
    }

    private static string Objection(LevelVisit before, LevelVisit during, LevelVisit? after)
    {
        if (!IsSound(before)) return Validity(before).ToText();
        if (!IsSound(during)) return Validity(during).ToText();
        return after is null || IsSound(after) ? "" : Validity(after).ToText();
    }

    private static MeanEstimate Exponent(MeasuringRules rules, LevelVisit before, LevelVisit during)
    {
        if (before.Total.StarvedClients + during.Total.StarvedClients > 0) return MeanEstimate.Unknown;
        var growth = MeanEstimate.LogRatio(Cycle_us(rules, during), Cycle_us(rules, before));
        var step = Math.Log((double)during.Key.Clients / before.Key.Clients);
        return growth with { Mean = growth.Mean / step, StandardError = growth.StandardError / step };
    }

    private static MeanEstimate Cycle_us(MeasuringRules rules, LevelVisit visit) => BatchMeans.Estimate(
        [.. visit.KeptWindows.Where(w => w.LatencyMean_us > 0).Select(w => w.LatencyMean_us + rules.ThinkTime_us)]);

    private static MeanEstimate Throughput(LevelVisit visit, double correlation) =>
        BatchMeans.Estimate(visit.ToPoint().Windows_per_s, correlation);

    private static Interval ToInterval(LevelVisit visit, double correlation) =>
        Throughput(visit, correlation).ToThroughput(visit.ToPoint().Windows_per_s.Count);

    private static LevelValidity Validity(LevelVisit visit) => LevelValidity.Parse(visit.Total.Validity);

    /// <summary>A busy generator makes no visit unsound: it is asked for where it matters.</summary>
    private static bool IsSound(LevelVisit visit) => !Validity(visit).Issues
        .Any(issue => issue.Grade == ValidityGrade.Invalid && !ValidityCode.IsOfGenerator(issue.Code));

    private static IEnumerable<ValidityIssue> Failures(LevelVisit visit) => Validity(visit).Issues.Where(
        issue => issue is
        {
            Grade: ValidityGrade.Invalid, Code: ValidityCode.Errors or ValidityCode.NotConnected
            or ValidityCode.WrongAnswers
        });
}
