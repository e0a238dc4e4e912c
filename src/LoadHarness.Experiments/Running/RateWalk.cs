using System.Globalization;
using LoadHarness.Analysis.Causes;
using LoadHarness.Analysis.Curves;
using LoadHarness.Analysis.Ladders;
using LoadHarness.Analysis.OpenLoop;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Contracts.Time;
using LoadHarness.Results;

namespace LoadHarness.Experiments.Running;

/// <summary>
/// Offers rates to one stage of one start: given ones, or shares of the capacity that its ladder found.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="model">Server model.</param>
/// <param name="stage">Stage.</param>
/// <param name="open">The open loop.</param>
internal sealed class RateWalk(RunContext run, string model, string stage, OpenSetup open)
{
    /// <summary>Levels measured, over all starts.</summary>
    public int Count { get; private set; }

    private int? Limit => run.ConnectionLimit(model);

    /// <summary>Offers the rates that the scenario gives.</summary>
    /// <param name="session">The start.</param>
    /// <param name="end_ns">When the time for all of them is up, monotonic ns.</param>
    public void OfferGiven(SutSession session, long end_ns)
    {
        var connections = ConnectionRule.Connections(open.Connections, 0, Limit);
        run.Journal.Heading($"{model} · {stage} · rates over {OpenText.Count(connections)}");
        Offer(session, open.Rates_per_s, connections, end_ns);
    }

    /// <summary>Offers shares of the capacity that a ladder of this start found, if it found any.</summary>
    /// <param name="session">The start.</param>
    /// <param name="rules">The ladder's rules.</param>
    /// <param name="visits">Its levels.</param>
    /// <param name="cause">Who was the limit there: a capacity of the load generator is a lower bound.</param>
    public void OfferShares(
        SutSession session, MeasuringRules rules, IReadOnlyList<LevelPoint> visits, CauseAnalysis cause)
    {
        var end_ns = run.Budget.Begin_ns(run.Plan.RateUnits);
        if (session.IsOver || visits.Count == 0) return;
        var starts = new Dictionary<int, IReadOnlyList<LevelPoint>> { [0] = visits };
        var verdict = CurveVerdict.Decide(new CurveReading(rules, RunState.Complete, starts) { Cause = cause });
        if (verdict.Kind is VerdictKind.Undecided or VerdictKind.Held)
        {
            run.Journal.Note("decision", $"{stage}: no capacity is known, so no shares of it are offered", model);
            return;
        }

        var capacity = verdict.Capacity.Estimate;
        var connections = ConnectionRule.Connections(open.Connections, verdict.Clients, Limit);
        run.Journal.Note("decision", string.Create(
            CultureInfo.InvariantCulture,
            $"{stage}: {OpenText.Shares(open)} % of {(verdict.IsLowerBound ? "at least " : "")}{capacity:N0} "
                + $"operations/s are offered over {OpenText.Count(connections)}"), model);
        Offer(session, [.. open.Ladder.Select(share => share * capacity)], connections, end_ns);
    }

    /// <summary>What one rate leaves of its share of the time goes to the next.</summary>
    private void Offer(SutSession session, IReadOnlyList<double> rates_per_s, int connections, long end_ns)
    {
        for (var i = 0; i < rates_per_s.Count && !session.IsOver; i++)
        {
            var now_ns = MonotonicClock.Now_ns;
            if (now_ns >= end_ns)
            {
                run.Journal.Note("budget-spent", string.Create(
                    CultureInfo.InvariantCulture,
                    $"{stage}: the time for these rates is spent before {rates_per_s[i]:N1} operations/s"), model);
                return;
            }

            var deadline_ns = now_ns + (end_ns - now_ns) / (rates_per_s.Count - i);
            var request = new LevelRequest(stage, LevelPhase.Open, connections, deadline_ns)
            {
                Open = session.LoadOf(open, rates_per_s[i]),
            };
            if (session.Measure(request) is not null) Count++;
        }
    }
}
