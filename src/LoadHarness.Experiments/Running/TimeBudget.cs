namespace LoadHarness.Experiments.Running;

/// <summary>
/// Shares a run's time out. Work is planned in units of one level; whoever needs less leaves more for those that
/// follow,
/// and nobody may take what later ones are owed.
/// </summary>
/// <param name="budget_s">Time for the whole run, s.</param>
/// <param name="units">Levels planned altogether.</param>
/// <param name="starts">Starts of a SUT planned altogether.</param>
/// <param name="start_s">Time one start takes with its warm-up, s, as far as known beforehand.</param>
/// <param name="now_ns">The clock, monotonic ns.</param>
internal sealed class TimeBudget(double budget_s, double units, int starts, double start_s, Func<long> now_ns)
{
    private readonly long _begin_ns = now_ns();
    private double _unitsLeft = units;
    private int _startsLeft = starts;

    /// <summary>Time for the whole run, s.</summary>
    public double Budget_s => budget_s;

    /// <summary>Time spent, s.</summary>
    public double Spent_s => (now_ns() - _begin_ns) / 1e9;

    /// <summary>Time left, s; negative when overdrawn.</summary>
    public double Left_s => budget_s - Spent_s;

    /// <summary>Time that one level may take now, s, if all that is planned is to be done.</summary>
    public double PerLevel_s => Math.Max(0, (Left_s - _startsLeft * start_s) / Math.Max(1, _unitsLeft));

    /// <summary>Time that nobody is owed while each level of what is still to come takes so long, s; ≥ 0.</summary>
    /// <param name="level_s">Time of one level, s.</param>
    public double Spare_s(double level_s) =>
        Math.Max(0, Left_s - _startsLeft * start_s - _unitsLeft * Math.Max(0, level_s));

    /// <summary>A planned start of a SUT is done with: it happens now, or will not happen.</summary>
    public void StartDone() => _startsLeft = Math.Max(0, _startsLeft - 1);

    /// <summary>A piece of work begins that is planned with so many levels.</summary>
    /// <returns>The monotonic time by which it should be done, ns.</returns>
    public long Begin_ns(double unitsOfIt)
    {
        var share_s = PerLevel_s * unitsOfIt;
        _unitsLeft = Math.Max(0, _unitsLeft - unitsOfIt);
        return now_ns() + (long)(share_s * 1e9);
    }
}
