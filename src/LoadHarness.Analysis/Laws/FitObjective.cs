namespace LoadHarness.Analysis.Laws;

/// <summary>
/// How badly a law fits. The best scale for a law's shape follows from the levels and is put in. One search asks some
/// thousand times: each level is looked at once for each shape, and what the shape says of it is kept until the next.
/// </summary>
/// <param name="levels">The levels.</param>
/// <param name="scale">What is compared.</param>
internal sealed class FitObjective(IReadOnlyList<LawPoint> levels, FitScale scale)
{
    private readonly double[] _clients = [.. levels.Select(level => level.Clients)];
    private readonly double[] _throughputs = [.. levels.Select(level => level.Throughput_per_s)];
    private readonly double[] _logs = [.. levels.Select(level => Math.Log(level.Throughput_per_s))];
    private readonly double[] _weights = [.. levels.Select(level => level.Weight)];
    private readonly double _weight = levels.Sum(level => level.Weight);
    private readonly double[] _shape = new double[levels.Count];

    /// <summary>Weighted sum of squares at the best scale.</summary>
    public double Misfit(ScalingLaw shape) =>
        scale == FitScale.Logarithm ? LogMisfit(LogScale(shape)) : LinearMisfit(LinearScale(shape));

    /// <summary>The law at its best scale.</summary>
    public ScalingLaw Scaled(ScalingLaw shape) => shape with
    {
        PerClient_per_s = scale == FitScale.Logarithm ? Math.Exp(LogScale(shape)) : LinearScale(shape),
    };

    /// <summary>Leaves behind the logarithms of the shape's values.</summary>
    private double LogScale(ScalingLaw shape)
    {
        var sum = 0.0;
        for (var i = 0; i < _shape.Length; i++)
        {
            _shape[i] = shape.LogRelative(_clients[i]);
            sum += _weights[i] * (_logs[i] - _shape[i]);
        }

        return sum / _weight;
    }

    private double LogMisfit(double logScale)
    {
        var sum = 0.0;
        for (var i = 0; i < _shape.Length; i++)
        {
            var residual = _logs[i] - logScale - _shape[i];
            sum += _weights[i] * residual * residual;
        }

        return sum;
    }

    /// <summary>Leaves behind the shape's values.</summary>
    private double LinearScale(ScalingLaw shape)
    {
        var (product, square) = (0.0, 0.0);
        for (var i = 0; i < _shape.Length; i++)
        {
            _shape[i] = shape.Relative(_clients[i]);
            product += _throughputs[i] * _shape[i];
            square += _shape[i] * _shape[i];
        }

        return product / square;
    }

    private double LinearMisfit(double perClient_per_s)
    {
        var sum = 0.0;
        for (var i = 0; i < _shape.Length; i++)
        {
            var residual = _throughputs[i] - perClient_per_s * _shape[i];
            sum += residual * residual;
        }

        return sum;
    }
}
