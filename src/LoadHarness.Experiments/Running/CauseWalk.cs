using System.Globalization;
using LoadHarness.Analysis.Causes;
using LoadHarness.Analysis.Curves;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Contracts.Time;
using LoadHarness.Experiments.Suts;
using LoadHarness.Results;

namespace LoadHarness.Experiments.Running;

/// <summary>
/// Asks at the levelled-out point of a curve who is the limit (METHOD.md A.9): first the load
/// generator's ceiling against a null server in the SUT's place; where that is no proof, the generator gets one thread
/// more on a CPU that is free, else extra work of known length. Visits are short and in an order whose parts have the
/// same middle, so that a drift of the machine favours none of them.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="model">Server model.</param>
/// <param name="stage">Stage.</param>
/// <param name="clients">Clients at which it is asked.</param>
/// <param name="end_ns">When the time for it is up, monotonic ns.</param>
internal sealed class CauseWalk(RunContext run, string model, string stage, int clients, long end_ns)
{
    private const int MostVisits = 5;

    private readonly List<CauseVisit> _visits = [];

    /// <summary>Asks, as long as there is time and the SUT lives.</summary>
    /// <returns>What was found out.</returns>
    public CauseAnalysis Ask(SutSession session)
    {
        if (!IsTimeFor(1)) TellNoTime();
        else if (Visit(session, new Change(0, null)) is { } plain) AskFrom(session, plain);
        return CauseAnalyser.Of(_visits);
    }

    private void AskFrom(SutSession session, CauseVisit plain)
    {
        MeasureCeiling(session, plain);
        if (run.Plan.Scenario.Load.CauseChecks == CauseChecks.On || CauseAnalyser.Of(_visits).Limit != LimitKind.Server)
            ChangeGenerator(session, plain);
        Tell(CauseAnalyser.Of(_visits));
    }

    private void ChangeGenerator(SutSession session, CauseVisit plain)
    {
        var changes = Changes(plain);
        if (changes.Count == 0) return;
        if (!IsTimeFor(changes.Count))
        {
            TellNoTime();
            return;
        }

        for (var i = 0; i < changes.Count && !session.IsOver; i++)
        {
            if (Visit(session, changes[i], changes.Count - i) is null) return;
        }
    }

    /// <summary>
    /// What follows the visit with nothing changed. More threads can carry a load only where each has clients of its
    /// own that know nothing of the others'.
    /// </summary>
    private List<Change> Changes(CauseVisit plain)
    {
        var same = new Change(0, null);
        if (run.SpareCpus is [var cpu, ..] && run.GeneratorCpus.Count > 0 && !run.Workload.SharesState)
            return [new Change(0, cpu), new Change(0, cpu), same];
        if (!(plain.GeneratorCpu_ns > 0)) return [];
        Change Dose(double share) => new((long)(share * plain.GeneratorCpu_ns), null);
        var (less, more) = (Dose(ExtraWorkTest.SmallShare), Dose(ExtraWorkTest.LargeShare));
        return [less, more, less, same];
    }

    private CauseVisit? Visit(SutSession session, Change change, int visitsLeft = MostVisits)
    {
        var now_ns = MonotonicClock.Now_ns;
        var request = new LevelRequest(stage, LevelPhase.Cause, clients, now_ns + (end_ns - now_ns) / visitsLeft)
        {
            ExtraWork_ns = change.ExtraWork_ns,
            FurtherCpu = change.FurtherCpu,
        };
        return session.Measure(request) is { } level ? Keep(level) : null;
    }

    private CauseVisit Keep(MeasuredLevel level)
    {
        var generator = level.Resources.FirstOrDefault(
            row => string.Equals(row.Process, "generator", StringComparison.Ordinal));
        _visits.Add(CauseVisit.Of(level.Levels[^1], level.Windows, generator));
        return _visits[^1];
    }

    private void MeasureCeiling(SutSession session, CauseVisit plain)
    {
        if (run.Ceiling is not { } ceiling) return;
        if (ceiling.Options(plain.Request_bytes, plain.Response_bytes, session.ConnectionUse) is not { } options)
        {
            run.Journal.Note("no-ceiling", $"{stage}: messages are too large for a null server", model);
            return;
        }

        try
        {
            var replaced = CeilingRun.Of(run, ceiling, options, new CurveKey(run.Workload.Name, model, stage));
            using var server = SutSession.Start(replaced, ceiling.Model, 0);
            server.WarmUp();
            var (now_ns, name) = (MonotonicClock.Now_ns, replaced.Plan.Stages[0]);
            var deadline_ns = now_ns + (end_ns - now_ns) / MostVisits;
            if (server.Measure(new LevelRequest(name, LevelPhase.Ceiling, clients, deadline_ns)) is { } level)
                Keep(level);
        }
        catch (SutException failure)
        {
            run.Journal.Note("no-ceiling", $"{stage}: {failure.Message}", model);
        }
    }

    /// <summary>A visit is worth its time when the fewest windows of a level fit into it.</summary>
    private bool IsTimeFor(int visits) =>
        end_ns - MonotonicClock.Now_ns >= visits * run.Plan.Rules.MinWindows * run.Plan.Rules.Window_s * 1e9;

    private void TellNoTime() =>
        run.Journal.Note("budget-spent", $"{stage}: no time is left to ask who is the limit", model);

    private void Tell(CauseAnalysis cause)
    {
        var parts = new List<string>();
        if (cause.Ceiling.Estimate > 0) parts.Add(Invariant($"{100 * cause.CeilingShare:0} % of a null server's"));
        parts.AddRange(cause.Doses.Select(dose =>
            Invariant($"{100 * dose.Share:0} % more work for the generator costs {100 * dose.LostShare:0.0} %")));
        if (!double.IsNaN(cause.MoreGain.Mean))
            parts.Add(Invariant($"one generator thread more brings {100 * (Math.Exp(cause.MoreGain.Mean) - 1):0.0} %"));
        var limit = cause.Limit switch
        {
            LimitKind.Server => "the server is the limit",
            LimitKind.Client => "the load generator is the limit",
            _ => "who is the limit is undecided",
        };
        parts.Insert(0, Invariant($"{stage}: {limit} at {clients} clients"));
        run.Journal.Note("cause", string.Join("; ", parts), model);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>How the generator differs from the ladder's.</summary>
    /// <param name="ExtraWork_ns">Extra work for every operation, ns.</param>
    /// <param name="FurtherCpu">A CPU for one thread more; null for none.</param>
    private readonly record struct Change(long ExtraWork_ns, int? FurtherCpu);
}
