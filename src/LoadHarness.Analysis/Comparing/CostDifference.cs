namespace LoadHarness.Analysis.Comparing;

/// <summary>
/// A cost in which slower models differ from the best one on the same work. It tells what goes together, not what
/// causes what.
/// </summary>
/// <param name="Name">The cost with its unit, e.g. <c>cpu_per_operation_us</c>.</param>
/// <param name="Best">The best model's.</param>
/// <param name="Lowest">The lowest of the models that differ.</param>
/// <param name="Highest">The highest of the models that differ.</param>
/// <param name="Models">Slower models that differ, all to the same side.</param>
public sealed record CostDifference(
    string Name, double Best, double Lowest, double Highest, IReadOnlyList<string> Models);
