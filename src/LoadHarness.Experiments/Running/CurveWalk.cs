using System.Globalization;
using LoadHarness.Analysis.Causes;
using LoadHarness.Analysis.Ladders;
using LoadHarness.Contracts.Time;
using LoadHarness.Results;

namespace LoadHarness.Experiments.Running;

/// <summary>
/// Walks the ladder of one curve on one start of its SUT and offers rates behind it or in its place; repeats levels on
/// later starts.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="model">Server model.</param>
/// <param name="stage">Stage.</param>
internal sealed class CurveWalk(RunContext run, string model, string stage)
{
    /// <summary>Levels' worth of time that a confirmation takes.</summary>
    internal const int ConfirmUnits = 2;

    private readonly MeasuringRules _rules = run.Plan.RulesWithin(run.ConnectionLimit(model));
    private readonly List<LevelPoint> _visits = [];
    private readonly RateWalk? _rates = run.Plan.Open is { } open ? new RateWalk(run, model, stage, open) : null;
    private CauseAnalysis _cause = CauseAnalysis.None;

    /// <summary>Stage.</summary>
    public string Stage => stage;

    /// <summary>Levels of the ladder measured in the first start.</summary>
    public IReadOnlyList<LevelPoint> Visits => _visits;

    /// <summary>True when the first start has measured something that can be repeated.</summary>
    public bool CanRepeat => _visits.Count > 0 || (_rates is { Count: > 0 } && ReplacesClients);

    private bool ReplacesClients => run.Plan.Open is { ReplacesClients: true };

    /// <summary>
    /// What the first start is for: the ladder and the shares of its capacity, or the given rates, each until the
    /// curve's share of the time is spent.
    /// </summary>
    public void Walk(SutSession session)
    {
        if (ReplacesClients)
        {
            _rates!.OfferGiven(session, run.Budget.Begin_ns(run.Plan.LadderUnits));
        }
        else
        {
            Climb(session);
            _rates?.OfferShares(session, _rules, _visits, _cause);
        }

        run.Journal.CurveDone();
    }

    /// <summary>What overload does, on the start that walked the ladder; nothing where it did not level out.</summary>
    public void Overload(SutSession session)
    {
        if (OverloadLevels.Of(_rules, _visits) is { } levels)
            new OverloadWalk(run, model, stage, levels).Walk(session);
        else run.Budget.Begin_ns(run.Plan.OverloadUnits);
    }

    /// <summary>
    /// Measures again on a restarted SUT: the levels around the levelled-out point, or the given rates.
    /// </summary>
    public void Repeat(SutSession session)
    {
        if (ReplacesClients)
        {
            _rates!.OfferGiven(session, run.Budget.Begin_ns(run.Plan.RepeatUnits));
            return;
        }

        var levels = Ladder.RepeatLevels(_rules, _visits);
        if (levels.Count == 0) return;
        var named = string.Join(", ", levels.Select(clients => clients.ToString(CultureInfo.InvariantCulture)));
        run.Journal.Heading($"{model} · {stage} · again at {named} clients");
        var end_ns = run.Budget.Begin_ns(run.Plan.RepeatUnits);
        var level_s = (end_ns - MonotonicClock.Now_ns) / 1e9 / levels.Count;
        foreach (var clients in levels)
        {
            if (session.IsOver) return;
            session.Measure(new LevelRequest(stage, LevelPhase.Repeat, clients, Deadline_ns(level_s, end_ns)));
        }
    }

    private void Climb(SutSession session)
    {
        run.Journal.Heading($"{model} · {stage}");
        var level_s = run.Budget.PerLevel_s;
        var askedBy_ns = run.Budget.Begin_ns(run.Plan.LadderUnits + run.Plan.CauseUnits);
        var end_ns = askedBy_ns - (long)(level_s * run.Plan.CauseUnits * 1e9);
        while (!session.IsOver)
        {
            var decision = Ladder.Next(_rules, _visits);
            run.Journal.Note("decision", $"{stage}: {decision.Reason}", model);
            if (decision.Stop) break;
            if (MonotonicClock.Now_ns >= end_ns)
            {
                var where = decision.Clients.ToString(CultureInfo.InvariantCulture);
                run.Journal.Note("budget-spent", $"{stage}: the time for this ladder is spent before {where} clients",
                    model);
                break;
            }

            var units = decision.Phase == LevelPhase.Confirm ? ConfirmUnits : 1;
            var deadline_ns = Deadline_ns(level_s * units, end_ns);
            var request = new LevelRequest(stage, decision.Phase, decision.Clients, deadline_ns);
            if (session.Measure(request) is not { } level) break;
            _visits.Add(LevelPoint.Of(level));
        }

        if (_visits.Count == 0 && run.IsTimeUp)
            run.Journal.Note("budget-spent", $"{stage}: no time is left for this ladder", model);
        if (run.Plan.ChecksCauses && !session.IsOver && CauseLevel.Of(_rules, _visits) is { } clients)
            _cause = new CauseWalk(run, model, stage, clients, askedBy_ns).Ask(session);
    }

    private static long Deadline_ns(double level_s, long end_ns) =>
        Math.Min(end_ns, MonotonicClock.Now_ns + (long)(level_s * 1e9));
}
