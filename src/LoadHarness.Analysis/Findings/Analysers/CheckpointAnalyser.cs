using LoadHarness.Results;

namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>
/// What checkpoints cost: their length as a share of the time the model was measured, from the events of kind
/// <c>checkpoint</c>.
/// </summary>
internal static class CheckpointAnalyser
{
    private const string Kind = "checkpoint";

    public static IEnumerable<Finding> Analyse(FindingContext context)
    {
        var checkpoints = context.Run.Events.Where(e => e.Kind.Equals(Kind, StringComparison.Ordinal));
        foreach (var model in checkpoints.GroupBy(e => e.Model, StringComparer.Ordinal))
        {
            var measured = context.Run.Windows.Where(w => IsOf(w.Key, model.Key)).Sum(w => w.Length_s);
            var total = model.Sum(e => e.Length_ms);
            yield return new Finding
            {
                Code = FindingCode.CheckpointCost,
                Severity = FindingSeverity.Information,
                Subjects =
                [
                    .. context.Curves.Select(c => c.Key)
                        .Where(k => k.Model.Equals(model.Key, StringComparison.Ordinal)),
                ],
                Numbers =
                [
                    new("checkpoints", model.Count()), new("total_ms", total),
                    new("longest_ms", model.Max(e => e.Length_ms)),
                    new("share", measured > 0 ? total / 1e3 / measured : double.NaN),
                ],
            };
        }
    }

    private static bool IsOf(RunKey key, string model) => key.Model.Equals(model, StringComparison.Ordinal);
}
