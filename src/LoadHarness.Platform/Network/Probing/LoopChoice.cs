namespace LoadHarness.Platform.Network.Probing;

/// <summary>Which loop a trial speaks for, with the medians of its rounds.</summary>
/// <param name="Loop"><see cref="NetworkLoops.Epoll"/> or <see cref="NetworkLoops.IoUring"/>.</param>
/// <param name="Epoll_us">CPU time for one operation on epoll, µs.</param>
/// <param name="IoUring_us">CPU time for one operation on io_uring, µs.</param>
/// <param name="Ratio">The second over the first, within rounds: what disturbs a round disturbs both.</param>
/// <param name="Rounds">Rounds that count.</param>
public sealed record LoopChoice(string Loop, double Epoll_us, double IoUring_us, double Ratio, int Rounds)
{
    /// <summary>
    /// io_uring is taken when it costs no more than this share of epoll: a smaller gain is not worth results that
    /// cannot be compared with those of machines where it is not there.
    /// </summary>
    public const double WorthIt = 0.95;

    private const int FewestRounds = 3;

    /// <summary>Decides.</summary>
    /// <param name="rounds">The rounds; those without two positive times do not count.</param>
    /// <returns>Null when too few count.</returns>
    public static LoopChoice? Of(IEnumerable<LoopRound> rounds)
    {
        var counted = rounds.Where(round => IsTime(round.Epoll_us) && IsTime(round.IoUring_us)).ToList();
        if (counted.Count < FewestRounds) return null;
        var ratio = Median(counted.Select(round => round.IoUring_us / round.Epoll_us));
        return new LoopChoice(
            ratio <= WorthIt ? NetworkLoops.IoUring : NetworkLoops.Epoll,
            Median(counted.Select(round => round.Epoll_us)),
            Median(counted.Select(round => round.IoUring_us)),
            ratio,
            counted.Count);
    }

    private static bool IsTime(double value_us) => double.IsFinite(value_us) && value_us > 0;

    private static double Median(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        var middle = ordered.Count / 2;
        return ordered.Count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
    }
}
