using LoadHarness.Contracts.Scenarios;

namespace LoadHarness.Results;

/// <summary>
/// What a run was: everything needed to judge its numbers that is not a number of a level. Stored as manifest.json.
/// Times come from the caller: this library reads no clock.
/// </summary>
public sealed record RunManifest
{
    /// <summary>
    /// Version of the run folder's format that this program writes. 2 knows phases of levels that are not part of a
    /// curve.
    /// </summary>
    public const int CurrentFormat = 2;

    /// <summary>Version of the run folder's format.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>Name of the run's folder, see <see cref="Results.RunId"/>.</summary>
    public required string RunId { get; init; }

    /// <summary>Name of the scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>The scenario's title for people.</summary>
    public string Title { get; init; } = "";

    /// <summary>The whole scenario file as it was read.</summary>
    public string ScenarioText { get; init; } = "";

    /// <summary><c>smoke</c>, <c>default</c>, <c>full</c>, or what the scenario says.</summary>
    public string Profile { get; init; } = "";

    /// <summary>When the run began.</summary>
    public required DateTimeOffset Started_utc { get; init; }

    /// <summary>
    /// The same on the monotonic clock that all processes of the machine share, ns: to hold the times of rows against
    /// those that other programs noted. 0 in runs of earlier versions.
    /// </summary>
    public long Start_ns { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? Finished_utc { get; init; }

    /// <summary>Version of the tool.</summary>
    public string ToolVersion { get; init; } = "";

    /// <summary>Commit the tool was built from.</summary>
    public string Commit { get; init; } = "";

    /// <summary>Machine and runtime.</summary>
    public HostFacts Host { get; init; } = new();

    /// <summary>Network loop that carried the load, e.g. <c>epoll</c>.</summary>
    public string Loop { get; init; } = "";

    /// <summary>What was measured to choose that loop; null when it was named or there was no choice.</summary>
    public LoopTrial? LoopTrial { get; init; }

    /// <summary>
    /// True when idle CPUs were kept from sleeping: latencies hold no time of waking up. When that was asked for and
    /// refused, a note says why.
    /// </summary>
    public bool KeptAwake { get; init; }

    /// <summary>Generator threads that the system did not bind to their CPU, the most of any level.</summary>
    public int UnpinnedThreads { get; init; }

    /// <summary>CPUs of the SUT, e.g. <c>0</c> or <c>0-3</c>; empty when not pinned.</summary>
    public string SutCpus { get; init; } = "";

    /// <summary>
    /// False when the SUT was running already: nothing but its answers is known then, not even on which machine it is.
    /// </summary>
    public bool IsSutSampled { get; init; } = true;

    /// <summary>CPUs of the load generator; empty when not pinned.</summary>
    public string GeneratorCpus { get; init; } = "";

    /// <summary>How the SUTs were started.</summary>
    public IReadOnlyList<SutCommand> Commands { get; init; } = [];

    /// <summary>The rules it was measured with.</summary>
    public MeasuringRules Rules { get; init; } = new();

    /// <summary>What it has to reach.</summary>
    public IReadOnlyList<Threshold> Thresholds { get; init; } = [];

    /// <summary>Time budget planned, s.</summary>
    public double PlannedBudget_s { get; init; }

    /// <summary>Time spent, s.</summary>
    public double Spent_s { get; init; }

    /// <summary>How far it got.</summary>
    public RunState State { get; init; }

    /// <summary>Why it ended in that state; empty when there is nothing to say.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Other things a reader must know, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
