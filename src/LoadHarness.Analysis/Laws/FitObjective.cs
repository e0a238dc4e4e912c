namespace LoadHarness.Analysis.Laws;

/// <summary>How badly a law fits. The best scale for a law's shape follows from the levels and is put in.</summary>
/// <param name="levels">The levels.</param>
/// <param name="scale">What is compared.</param>
internal sealed class FitObjective(IReadOnlyList<LawPoint> levels, FitScale scale)
{
    private readonly double[] _logs = [.. levels.Select(level => Math.Log(level.Throughput_per_s))];
    private readonly double _weight = levels.Sum(level => level.Weight);

    /// <summary>Weighted sum of squares at the best scale.</summary>
    public double Misfit(ScalingLaw shape) =>
        scale == FitScale.Logarithm ? LogMisfit(shape, LogScale(shape)) : LinearMisfit(shape, LinearScale(shape));

    /// <summary>The law at its best scale.</summary>
    public ScalingLaw Scaled(ScalingLaw shape) => shape with
    {
        PerClient_per_s = scale == FitScale.Logarithm ? Math.Exp(LogScale(shape)) : LinearScale(shape),
    };

    private double LogScale(ScalingLaw shape)
    {
        var sum = 0.0;
        for (var i = 0; i < _logs.Length; i++)
            sum += levels[i].Weight * (_logs[i] - Math.Log(shape.Relative(levels[i].Clients)));
        return sum / _weight;
    }

    private double LogMisfit(ScalingLaw shape, double logScale)
    {
        var sum = 0.0;
        for (var i = 0; i < _logs.Length; i++)
        {
            var residual = _logs[i] - logScale - Math.Log(shape.Relative(levels[i].Clients));
            sum += levels[i].Weight * residual * residual;
        }

        return sum;
    }

    private double LinearScale(ScalingLaw shape)
    {
        var (product, square) = (0.0, 0.0);
        foreach (var level in levels)
        {
            var relative = shape.Relative(level.Clients);
            product += level.Throughput_per_s * relative;
            square += relative * relative;
        }

        return product / square;
    }

    private double LinearMisfit(ScalingLaw shape, double perClient_per_s)
    {
        var sum = 0.0;
        foreach (var level in levels)
        {
            var residual = level.Throughput_per_s - perClient_per_s * shape.Relative(level.Clients);
            sum += residual * residual;
        }

        return sum;
    }
}
