using System.Globalization;
using LoadHarness.Analysis.Ladders;
using LoadHarness.Contracts.Time;
using LoadHarness.Results;

namespace LoadHarness.Experiments.Running;

/// <summary>
/// Loads one stage with several times the clients from which it levels out, between two visits of that point: the
/// first one says what the server did just before, the second one whether it comes back. All three are made behind
/// the ladders of the start, so that a server that does not recover spoils none of them.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="model">Server model.</param>
/// <param name="stage">Stage.</param>
/// <param name="levels">Where.</param>
internal sealed class OverloadWalk(RunContext run, string model, string stage, OverloadLevels levels)
{
    private const int Visits = 3;

    /// <summary>
    /// Makes the visits, as far as there is time: what is planned for it, and beyond that what nobody is owed.
    /// </summary>
    public void Walk(SutSession session)
    {
        var end_ns = End_ns();
        if (end_ns - MonotonicClock.Now_ns < Visits * run.Plan.Rules.MinWindows * run.Plan.Rules.Window_s * 1e9)
        {
            run.Journal.Note("budget-spent", $"{stage}: no time is left to see what overload does", model);
            return;
        }

        run.Journal.Note("decision", string.Create(
            CultureInfo.InvariantCulture,
            $"{stage}: {levels.Overload} clients, and {levels.Clients} before and after, show what overload does"),
            model);
        var visits = new[]
        {
            (LevelPhase.Recovery, levels.Clients), (LevelPhase.Overload, levels.Overload),
            (LevelPhase.Recovery, levels.Clients),
        };
        for (var i = 0; i < visits.Length && !session.IsOver; i++)
        {
            var ((phase, clients), now_ns) = (visits[i], MonotonicClock.Now_ns);
            var deadline_ns = now_ns + (end_ns - now_ns) / (visits.Length - i);
            if (session.Measure(new LevelRequest(stage, phase, clients, deadline_ns)) is null) return;
        }
    }

    private long End_ns()
    {
        var end_ns = run.Budget.Begin_ns(run.Plan.OverloadUnits);
        var wanted_s = (Visits - run.Plan.OverloadUnits) * run.Budget.PerLevel_s;
        return end_ns + (long)(Math.Min(run.Budget.Spare_s(run.Plan.PerLevel_s), wanted_s) * 1e9);
    }
}
