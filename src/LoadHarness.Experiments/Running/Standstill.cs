using System.Globalization;
using LoadHarness.Results;

namespace LoadHarness.Experiments.Running;

/// <summary>
/// Time in which the harness did not run at all: it was stopped, or the machine. Its threads end a window within
/// milliseconds of the planned time, however busy they are, so a window that ends much later was nobody's measurement:
/// it does not count, and the level says so.
/// </summary>
internal static class Standstill
{
    /// <summary>Ten times what the scheduler takes to give a busy machine's CPU back, s.</summary>
    private const double Shortest_s = 0.5;

    /// <summary>How long the harness stood still in a window, s; 0 when it did not.</summary>
    /// <param name="planned_s">Length the window should have had, s.</param>
    /// <param name="length_s">Its length, s.</param>
    public static double In_s(double planned_s, double length_s) =>
        length_s - planned_s is >= Shortest_s and var late_s ? late_s : 0;

    /// <summary>The objection to a level; null when there was no standstill.</summary>
    /// <param name="sum_s">All of them, s.</param>
    public static ValidityIssue? Objection(double sum_s) => sum_s <= 0 ? null : new ValidityIssue(
        ValidityCode.Standstill, ValidityGrade.Suspect, string.Create(
            CultureInfo.InvariantCulture, $"the harness stood still for {sum_s:0.0} s, which does not count"));
}
