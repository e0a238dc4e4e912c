using LoadHarness.Contracts.Scenarios;
using LoadHarness.Experiments.Progress;
using LoadHarness.Experiments.Suts;

namespace LoadHarness.Experiments.Running;

/// <summary>
/// The rounds of a run: in the first one every model is started once and walks its ladders; in each later one every
/// model is restarted
/// once, in the opposite order of the round before (A B B A), so that a drift of the machine does not favour one of
/// them.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="failures">Gets one line for each SUT that failed.</param>
internal sealed class ModelRounds(RunContext run, List<string> failures)
{
    /// <summary>Starts of one model in one round: one, and one more when it dies.</summary>
    private const int AllowedStarts = 2;

    private readonly Dictionary<string, List<CurveWalk>> _walks = new(StringComparer.Ordinal);

    /// <summary>Does all of them.</summary>
    public void All()
    {
        foreach (var model in run.Plan.Models)
        {
            _walks.Add(model, [.. run.Plan.Stages.Select(stage => new CurveWalk(run, model, stage))]);
            if (IsTimeLeft(model, 0)) OnFreshStart(model, 0, FirstStart(_walks[model]));
        }

        for (var repetition = 1; repetition < run.Plan.Profile.Repetitions; repetition++) RepeatAll(repetition);
    }

    private void RepeatAll(int repetition)
    {
        var order = repetition % 2 == 0 ? run.Plan.Models : run.Plan.Models.Reverse();
        foreach (var model in order)
        {
            if (run.Cancellation.IsCancellationRequested) return;
            if (!_walks[model].Exists(walk => walk.CanRepeat)) continue;
            if (IsTimeLeft(model, repetition))
                OnFreshStart(model, repetition, _walks[model].Select(Action<SutSession> (walk) => walk.Repeat));
        }
    }

    /// <summary>All ladders come first: what overload leaves behind must not meet them.</summary>
    private IEnumerable<Action<SutSession>> FirstStart(List<CurveWalk> walks)
    {
        var ladders = walks.Select(Action<SutSession> (walk) => walk.Walk);
        return run.Plan.Overload == OverloadEffort.Off
            ? ladders
            : ladders.Concat(walks.Select(Action<SutSession> (walk) => walk.Overload));
    }

    /// <summary>A start is worth its time when half of the fewest windows of a level can follow.</summary>
    private bool IsTimeLeft(string model, int repetition)
    {
        var isEnough = run.Budget.PerLevel_s >= run.Plan.Rules.Window_s * run.Plan.Rules.MinWindows / 2;
        if (isEnough && !run.IsTimeUp) return true;
        run.Journal.Note("budget-spent", $"no time is left to start {model} a {Ordinal(repetition)} time", model,
            repetition);
        run.Budget.StartDone();
        return false;
    }

    /// <summary>A SUT that dies costs the curve it dies in; the other curves go on with another start.</summary>
    private void OnFreshStart(string model, int repetition, IEnumerable<Action<SutSession>> work)
    {
        run.Budget.StartDone();
        var left = new Queue<Action<SutSession>>(work);
        for (var start = 0; start < AllowedStarts && left.Count > 0 && !run.Limit.IsCancellationRequested; start++)
            OnOneStart(model, repetition, left);
    }

    private void OnOneStart(string model, int repetition, Queue<Action<SutSession>> left)
    {
        try
        {
            using var session = SutSession.Start(run, model, repetition);
            session.WarmUp();
            while (left.Count > 0 && !run.Cancellation.IsCancellationRequested)
            {
                if (!session.HasDied) left.Dequeue()(session);
                if (session.HasDied)
                    throw new SutException($"{model} ended during the measurement. {session.ErrorTail}".TrimEnd());
            }
        }
        catch (SutException failure) when (!run.Cancellation.IsCancellationRequested)
        {
            failures.Add(failure.Message);
            run.Journal.Note("sut-failed", failure.Message, model, repetition, ProgressLineKind.Problem);
        }
        catch (Exception) when (run.Cancellation.IsCancellationRequested)
        {
            // Stopped by hand in the middle of a start: there is nothing to keep from it.
        }
    }

    private static string Ordinal(int repetition) => repetition switch
    {
        0 => "first",
        1 => "second",
        2 => "third",
        3 => "fourth",
        4 => "fifth",
        _ => "further",
    };
}
