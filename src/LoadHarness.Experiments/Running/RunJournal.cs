using System.Globalization;
using LoadHarness.Analysis.Windows;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Time;
using LoadHarness.Experiments.Progress;
using LoadHarness.Results;

namespace LoadHarness.Experiments.Running;

/// <summary>Writes what happens into the run folder and tells it to whoever follows the run.</summary>
/// <param name="writer">The run folder.</param>
/// <param name="progress">Follows the run.</param>
/// <param name="plan">What the run does.</param>
internal sealed class RunJournal(RunWriter writer, IExperimentProgress progress, ExperimentPlan plan)
{
    private readonly List<string> _violations = [];
    private int _sequence;
    private int _curvesDone;

    /// <summary>The run's start, monotonic ns.</summary>
    public long Start_ns { get; } = MonotonicClock.Now_ns;

    /// <summary>Path of the run folder.</summary>
    public string Folder => writer.Folder;

    /// <summary>Levels written so far.</summary>
    public int LevelCount { get; private set; }

    /// <summary>One line for each level whose history no order of its operations explains.</summary>
    public IReadOnlyList<string> Violations => _violations;

    /// <summary>The next number of a level.</summary>
    public int NextSequence() => _sequence++;

    /// <summary>A ladder has been finished.</summary>
    public void CurveDone() => _curvesDone++;

    /// <summary>A level has been measured.</summary>
    public void Write(MeasuredLevel level)
    {
        writer.Append(level);
        LevelCount++;
        progress.Say(new ProgressLine(ProgressLineKind.Level, LevelText.Of(level)));
        if (level.History is { State: HistoryState.Violated } history) _violations.Add(LevelText.Violation(history));
    }

    /// <summary>Something happened.</summary>
    public void Note(string kind, string detail, string model = "", int repetition = 0,
        ProgressLineKind shownAs = ProgressLineKind.Decision)
    {
        writer.Append(new EventRow
        {
            Time_s = (MonotonicClock.Now_ns - Start_ns) / 1e9,
            Kind = kind,
            Detail = detail,
            Model = model,
            Repetition = repetition,
        });
        progress.Say(new ProgressLine(shownAs, "  " + detail));
    }

    /// <summary>The SUT told of something.</summary>
    public void Happened(ServiceEvent happened, string model, int repetition) => writer.Append(new EventRow
    {
        Time_s = (happened.Start_ns - Start_ns) / 1e9,
        Kind = happened.Kind,
        Length_ms = happened.Duration_ns / 1e6,
        Count = happened.Count,
        Detail = happened.Detail,
        Model = model,
        Repetition = repetition,
    });

    /// <summary>Says where the run stands.</summary>
    public void Now(TimeBudget budget, string activity, RunKey? key, WindowDecision? windows,
        double throughput_per_s) =>
        progress.Now(new ProgressSnapshot(
            plan.Scenario.Name,
            activity,
            key,
            throughput_per_s,
            windows?.Kept ?? 0,
            windows?.Needed ?? 0,
            _curvesDone,
            plan.Curves,
            budget.Spent_s,
            budget.Budget_s));

    /// <summary>A heading for what follows.</summary>
    public void Heading(FormattableString text) =>
        progress.Say(new ProgressLine(ProgressLineKind.Plan, text.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The manifest as it is now becomes as given.</summary>
    public void Save(Func<RunManifest, RunManifest> change) => writer.Save(change(writer.Manifest));
}
