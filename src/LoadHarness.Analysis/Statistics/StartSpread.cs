namespace LoadHarness.Analysis.Statistics;

/// <summary>
/// How much starts of one model differ: the variance of ln X over starts of the SUT. What makes a start faster makes
/// all of its levels faster, so levels make the variance surer and add no degrees of freedom (METHOD.md B.5).
/// </summary>
/// <param name="Variance">Variance of ln X over starts; NaN when no level was visited on two.</param>
/// <param name="DegreesOfFreedom">Starts but one; 0 when it is unknown.</param>
public readonly record struct StartSpread(double Variance, int DegreesOfFreedom)
{
    /// <summary>
    /// What is expected where nothing else is known. A choice of ours, by measured servers and by simulation:
    /// docs/error-rates.md.
    /// </summary>
    public const double Usual = 0.06;

    /// <summary>Pools the levels of one model.</summary>
    /// <param name="levels">For each level its throughput start by start, all &gt; 0.</param>
    public static StartSpread Of(IEnumerable<IReadOnlyList<double>> levels)
    {
        var (squares, count, most) = (0.0, 0, 0);
        foreach (var logarithms in levels.Where(starts => starts.Count > 1)
            .Select(starts => starts.Select(x => Math.Log(x)).ToList()))
        {
            var mean = logarithms.Average();
            squares += logarithms.Sum(value => (value - mean) * (value - mean));
            count += logarithms.Count - 1;
            most = Math.Max(most, logarithms.Count - 1);
        }

        return new StartSpread(count > 0 ? squares / count : double.NaN, most);
    }

    /// <summary>
    /// The standard deviation of ln X to be expected over starts of one more model: what those of the others show
    /// together, and <see cref="Usual"/> at least, since a model can be less steady than the others.
    /// </summary>
    /// <param name="others">The other models of the run.</param>
    public static double Expected(IEnumerable<StartSpread> others)
    {
        var known = others.Where(other => other.DegreesOfFreedom > 0).ToList();
        var freedom = known.Sum(other => other.DegreesOfFreedom);
        return freedom == 0
            ? Usual
            : Math.Max(Usual, Math.Sqrt(known.Sum(other => other.DegreesOfFreedom * other.Variance) / freedom));
    }
}
