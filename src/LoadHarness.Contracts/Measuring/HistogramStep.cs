namespace LoadHarness.Contracts.Measuring;

/// <summary>One step of a histogram with the number of values in it.</summary>
/// <param name="Low_ns">Lowest value of the step, ns.</param>
/// <param name="High_ns">Highest value of the step, ns.</param>
/// <param name="Count">Values in it.</param>
public readonly record struct HistogramStep(long Low_ns, long High_ns, long Count);
