using LoadHarness.Results;

namespace LoadHarness.Experiments.Progress;

/// <summary>Where a run stands.</summary>
/// <param name="Scenario">Scenario name.</param>
/// <param name="Activity">What happens now in a few words: <c>starting</c>, <c>warming up</c>, <c>preparing</c>,
/// <c>measuring</c>…</param>
/// <param name="Key">The level, when there is one.</param>
/// <param name="Throughput_per_s">Throughput of the level so far, operations/s; NaN before the first window.</param>
/// <param name="Windows">Windows of the level so far.</param>
/// <param name="WindowsNeeded">Windows the level needs by the noise seen so far; 0 when unknown.</param>
/// <param name="CurvesDone">Ladders finished.</param>
/// <param name="CurvesTotal">Ladders planned.</param>
/// <param name="Spent_s">Time spent, s.</param>
/// <param name="Budget_s">Time planned, s.</param>
public sealed record ProgressSnapshot(
    string Scenario,
    string Activity,
    RunKey? Key,
    double Throughput_per_s,
    int Windows,
    int WindowsNeeded,
    int CurvesDone,
    int CurvesTotal,
    double Spent_s,
    double Budget_s);
