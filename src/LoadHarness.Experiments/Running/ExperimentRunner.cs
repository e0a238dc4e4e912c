using LoadHarness.Contracts.Time;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Engine;
using LoadHarness.Experiments.Progress;
using LoadHarness.Experiments.Suts;
using LoadHarness.Results;

namespace LoadHarness.Experiments.Running;

/// <summary>
/// Runs a scenario: every model's ladders on its first start, then restarts in alternating order that repeat the levels
/// around the
/// levelled-out points. Whatever ends it, the run folder holds all levels that were complete.
/// </summary>
/// <param name="suts">Starts systems under test.</param>
/// <param name="engine">Puts them under load.</param>
/// <param name="meter">Reads what harness and machine use.</param>
/// <param name="time">The wall clock, for the manifest, the run's name and the hard limit of the budget.</param>
public sealed class ExperimentRunner(ISutStarter suts, ILoadEngine engine, IUsageMeter meter, TimeProvider time)
{
    /// <summary>Runs.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="workload">The plan's workload.</param>
    /// <param name="options">Where results go and what is known of the surroundings.</param>
    /// <param name="progress">Follows the run.</param>
    /// <param name="cancellation">Ends the level and the run; what is complete is kept.</param>
    /// <exception cref="ResultsException">The run folder cannot be made.</exception>
    public ExperimentResult Run(
        ExperimentPlan plan,
        IWorkload workload,
        RunOptions options,
        IExperimentProgress progress,
        CancellationToken cancellation)
    {
        var started = time.GetUtcNow();
        var budget =
            new TimeBudget(plan.Profile.Budget_s, plan.Units, plan.Starts, plan.Start_s, () => MonotonicClock.Now_ns);
        using var hardLimit = new CancellationTokenSource(TimeSpan.FromSeconds(plan.Profile.Budget_s), time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation, hardLimit.Token);
        using var writer = RunWriter.Create(options.ResultsFolder, ManifestOf(plan, options, started));
        var run = new RunContext
        {
            Plan = plan,
            Workload = workload,
            Suts = suts,
            Engine = engine,
            Meter = meter,
            GeneratorCpus = options.GeneratorCpus,
            SpareCpus = options.SpareCpus,
            Ceiling = options.Ceiling,
            ConnectionLimit = model => options.ConnectionLimit(model) - plan.Rules.IdleConnections,
            Budget = budget,
            Journal = new RunJournal(writer, progress, plan),
            Cancellation = cancellation,
            Limit = limit.Token,
        };
        run.Journal.Save(manifest => manifest with { Start_ns = run.Journal.Start_ns });
        var failures = new List<string>();
        ResultsException? unsaved = null;
        try
        {
            unsaved = Saving(() => new ModelRounds(run, failures).All());
            if (unsaved is not null) failures.Add(unsaved.Message);
        }
        finally
        {
            var unfinished = Saving(() => Finish(run, failures, started));
            if (unsaved is null && unfinished is not null) failures.Add(unfinished.Message);
            unsaved ??= unfinished;
            Saving(() => DeleteData(run));
        }

        return new ExperimentResult(writer.Folder, writer.Manifest.State, run.Journal.LevelCount, failures)
        {
            Unsaved = unsaved,
            Violations = run.Journal.Violations,
        };
    }

    private static RunManifest ManifestOf(ExperimentPlan plan, RunOptions options, DateTimeOffset started) =>
        options.Manifest with
        {
            RunId = RunId.At(started),
            Scenario = plan.Scenario.Name,
            Title = plan.Scenario.Title,
            ScenarioText = plan.Scenario.Text,
            Profile = plan.ProfileName,
            Started_utc = started,
            Rules = plan.Rules,
            Thresholds = plan.Scenario.Thresholds,
            PlannedBudget_s = plan.Profile.Budget_s,
            State = RunState.Running,
        };

    /// <summary>Results that cannot be written end the run, and keep nothing from being told or put away.</summary>
    private static ResultsException? Saving(Action work)
    {
        try
        {
            work();
            return null;
        }
        catch (ResultsException unsaved)
        {
            return unsaved;
        }
    }

    private void Finish(RunContext run, List<string> failures, DateTimeOffset started)
    {
        var finished = time.GetUtcNow();
        var jump = ClockJump.Describe(finished - started, TimeSpan.FromSeconds(run.Budget.Spent_s));
        if (jump.Length > 0) run.Journal.Note("clock-jump", jump, shownAs: ProgressLineKind.Problem);
        var isInterrupted = run.Cancellation.IsCancellationRequested;
        if (isInterrupted) run.Journal
            .Note("interrupted", "stopped by hand; what is complete is kept", shownAs: ProgressLineKind.Problem);
        var state = isInterrupted ? RunState.Interrupted
            : failures.Count > 0 ? RunState.Failed
            : RunState.Complete;
        run.Journal.Save(manifest => manifest with
        {
            State = state,
            Reason = isInterrupted ? "stopped by hand" : string.Join("; ", failures),
            Finished_utc = finished,
            Spent_s = run.Budget.Spent_s,
            Notes = jump.Length > 0 ? [.. manifest.Notes, jump] : manifest.Notes,
        });
    }

    /// <summary>What the SUTs kept is of no use without them.</summary>
    private static void DeleteData(RunContext run)
    {
        var data = Path.Combine(run.Journal.Folder, "data");
        try
        {
            if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
        }
        catch (IOException e)
        {
            run.Journal.Note("data-left", $"{data} could not be removed: {e.Message}",
                shownAs: ProgressLineKind.Problem);
        }
    }
}
