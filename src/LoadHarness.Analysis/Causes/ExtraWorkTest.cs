namespace LoadHarness.Analysis.Causes;

/// <summary>
/// Who is the limit, from what extra work in the load generator cost (METHOD.md A.9). A generator
/// that is the limit loses throughput in step with the work; one that is not loses nothing until the work has used up
/// what it had to spare. Half of the loss in step divides the two: an interval that lies beyond it decides.
/// </summary>
public static class ExtraWorkTest
{
    /// <summary>The less work of the two, as a share of the generator's CPU time for an operation.</summary>
    public const double SmallShare = 0.1;

    /// <summary>The more work of the two, as a share of the generator's CPU time for an operation.</summary>
    public const double LargeShare = 0.2;

    private const double Divide = 0.5;

    /// <summary>Decides.</summary>
    /// <param name="doses">What was lost, by work added.</param>
    /// <param name="generatorShare">
    /// CPU share of the generator's busiest thread without it, 0 … 1. Extra work takes its share of that time and no
    /// more: a thread that is idle half of the time cannot lose more than half of the loss in step.
    /// </param>
    /// <returns>
    /// The server when at least one dose cost less than half of what it would have cost in step: the generator had that
    /// much to spare. The client when every dose cost more than half. Otherwise undecided.
    /// </returns>
    public static LimitKind Decide(IReadOnlyList<DoseEffect> doses, double generatorShare)
    {
        if (doses.Count == 0) return LimitKind.NotTested;
        if (doses.Any(dose => dose.Loss.UpperBound < Divide * dose.InStep)) return LimitKind.Server;
        return generatorShare > Divide && doses.All(dose => dose.Loss.LowerBound > Divide * dose.InStep)
            ? LimitKind.Client
            : LimitKind.Undecided;
    }
}
