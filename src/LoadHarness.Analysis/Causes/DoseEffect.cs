using LoadHarness.Analysis.Statistics;

namespace LoadHarness.Analysis.Causes;

/// <summary>What extra work in the load generator cost.</summary>
/// <param name="Share">The work as a share of the CPU time that the generator takes for an operation, &gt; 0.</param>
/// <param name="Loss">Logarithm of throughput without over throughput with it: 0 when nothing was lost.</param>
public sealed record DoseEffect(double Share, MeanEstimate Loss)
{
    /// <summary>What a generator without any CPU time to spare loses: it is slower by just that much.</summary>
    public double InStep => Math.Log(1 + Share);

    /// <summary>Share of the throughput that was lost.</summary>
    public double LostShare => 1 - Math.Exp(-Loss.Mean);

    /// <summary>Upper 95 % bound of the share lost.</summary>
    public double LostAtMost => 1 - Math.Exp(-Loss.UpperBound);

    /// <summary>Lower 95 % bound of the share lost.</summary>
    public double LostAtLeast => 1 - Math.Exp(-Loss.LowerBound);
}
