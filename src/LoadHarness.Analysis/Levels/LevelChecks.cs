using System.Globalization;
using LoadHarness.Analysis.OpenLoop;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Levels;

/// <summary>
/// Judges one level by the checks of METHOD.md A.6 to A.8: was the generator the limit, does Little's law hold, do the
/// counts agree,
/// were there errors. The result is the text of <see cref="LevelRow.Validity"/>.
/// </summary>
public static class LevelChecks
{
    private const double GeneratorCpuSuspect = 0.80;
    private const double GeneratorCpuInvalid = 0.90;
    private const double LittleSuspect = 0.02;
    private const double LittleInvalid = 0.05;
    private const double LostTimeSuspect = 0.02;
    private const double LostTimeInvalid = 0.05;
    private const double ErrorShareInvalid = 0.01;

    /// <summary>Judges.</summary>
    /// <param name="rules">The run's rules.</param>
    /// <param name="level">The level's <c>total</c> row, or its only one; its validity is not looked at.</param>
    /// <param name="generator">What the generator used; null when unknown.</param>
    /// <param name="clients">The level's clients; empty when unknown.</param>
    /// <param name="isSteady"><see cref="Windows.LevelSteadiness.IsSteady"/>.</param>
    public static LevelValidity Judge(
        MeasuringRules rules, LevelRow level, ResourceRow? generator, IReadOnlyList<ClientRow> clients, bool isSteady)
    {
        var issues = new List<ValidityIssue?>
        {
            Connected(level),
            Windows(rules, level),
            isSteady
                ? null
                : new ValidityIssue(ValidityCode.NotSteady, ValidityGrade.Suspect, "throughput still drifts"),
            generator is null ? null : GeneratorCpu(generator),
            level.Key.Phase == LevelPhase.Open ? null : LostTime(rules, level),
            Little(rules, level),
            WrongAnswers(level),
            Errors(level),
            ClientSum(level, clients),
            SutCount(level),
        };
        if (level.Key.Phase == LevelPhase.Open) issues.AddRange(OpenChecks.Judge(level));
        return LevelValidity.Of([.. issues.OfType<ValidityIssue>()]);
    }

    private static ValidityIssue? Connected(LevelRow level) => level.ConnectedClients >= level.Key.Clients
        ? null
        : Issue(ValidityCode.NotConnected, ValidityGrade.Invalid,
            $"{level.ConnectedClients} of {level.Key.Clients} clients connected");

    private static ValidityIssue? Windows(MeasuringRules rules, LevelRow level) => level.KeptWindows >= rules.MinWindows
        ? null
        : Issue(ValidityCode.FewWindows, ValidityGrade.Suspect,
            $"{level.KeptWindows} windows count, {rules.MinWindows} wanted");

    private static ValidityIssue? GeneratorCpu(ResourceRow row)
    {
        var whole = (row.UserCpu_s + row.SystemCpu_s) / (row.Length_s * Math.Max(1, row.Cpus));
        var share = row.BusiestThreadShare > whole ? row.BusiestThreadShare : whole;
        return Graded(ValidityCode.GeneratorCpu, share, GeneratorCpuSuspect, GeneratorCpuInvalid,
            $"{100 * share:0} % of its CPU used");
    }

    /// <summary>
    /// Time without an operation outstanding, beyond the think time that N clients with X operations/s are owed
    /// and the time they took to close connections and to connect anew. In an open loop connections are free between
    /// operations.
    /// </summary>
    private static ValidityIssue? LostTime(MeasuringRules rules, LevelRow level)
    {
        var thinking = level.Throughput_per_s * rules.ThinkTime_us / 1e6 / level.Key.Clients;
        var connecting = level.Reconnects == 0 ? 0
            : level.Reconnects * level.ReconnectMean_us / 1e6 / (level.Measured_s * level.Key.Clients);
        var closing = level.ClosingTime_s > 0 ? level.ClosingTime_s / (level.Measured_s * level.Key.Clients) : 0;
        var lost = 1 - level.OutstandingShare - thinking - connecting - closing;
        return Graded(ValidityCode.GeneratorLag, lost, LostTimeSuspect, LostTimeInvalid,
            $"clients idle {100 * lost:0.0} % of their time beyond think time");
    }

    /// <summary>
    /// The limits are wider by latency over measured time: that much the operations cut by the edges can shift it.
    /// Clients that pause complete few operations: there the limits are wider by the error of counting so few.
    /// </summary>
    private static ValidityIssue? Little(MeasuringRules rules, LevelRow level)
    {
        var edges = level.Measured_s > 0 && level.LatencyMean_us > 0
            ? level.LatencyMean_us / 1e6 / level.Measured_s
            : 0;
        return Graded(
            ValidityCode.Little, Math.Abs(level.LittleResidual), LittleSuspect + edges, LittleInvalid + edges,
            $"residual {100 * level.LittleResidual:+0.0;-0.0} %");
    }

    private static ValidityIssue? WrongAnswers(LevelRow level) => level.WrongAnswers == 0
        ? null
        : Issue(ValidityCode.WrongAnswers, ValidityGrade.Invalid, $"{level.WrongAnswers} wrong answers");

    private static ValidityIssue? Errors(LevelRow level)
    {
        var errors = level.ConnectErrors + level.Refused + level.Resets + level.Timeouts;
        if (errors == 0) return null;
        var grade = errors > ErrorShareInvalid * (errors + level.Operations)
            ? ValidityGrade.Invalid
            : ValidityGrade.Suspect;
        var kinds = new[]
        {
            (level.Timeouts, "timeouts"), (level.Resets, "resets"), (level.Refused, "refused"),
            (level.ConnectErrors, "not connected"),
        };
        var counts = kinds.Where(kind => kind.Item1 > 0)
            .Select(kind => FormattableString.Invariant($"{kind.Item1} {kind.Item2}"));
        return Issue(ValidityCode.Errors, grade, $"{string.Join(", ", counts)}");
    }

    private static ValidityIssue? ClientSum(LevelRow level, IReadOnlyList<ClientRow> clients)
    {
        if (clients.Count == 0) return null;
        var sum = clients.Sum(c => c.Operations);
        return sum == level.Operations
            ? null
            : Issue(ValidityCode.Conservation, ValidityGrade.Invalid,
                $"clients sum to {sum}, the level has {level.Operations}");
    }

    /// <summary>
    /// What the server counted may differ by the operations outstanding at either end of an engine run: one for each
    /// client.
    /// </summary>
    private static ValidityIssue? SutCount(LevelRow level) =>
        level.SutOperations < 0
            || Math.Abs(level.SutOperations - level.AllOperations) <= 2L * level.Key.Clients * level.EngineRuns
            ? null
            : Issue(ValidityCode.Conservation, ValidityGrade.Suspect,
                $"server counted {level.SutOperations}, clients {level.AllOperations}");

    private static ValidityIssue? Graded(
        string code, double value, double suspect, double invalid, FormattableString detail) =>
        value > invalid ? Issue(code, ValidityGrade.Invalid, detail)
        : value > suspect ? Issue(code, ValidityGrade.Suspect, detail)
        : null;

    private static ValidityIssue Issue(string code, ValidityGrade grade, FormattableString detail) =>
        new(code, grade, detail.ToString(CultureInfo.InvariantCulture));
}
