using LoadHarness.Analysis.Statistics;
using LoadHarness.Results;

namespace LoadHarness.Analysis.Causes;

/// <summary>One visit of a level that was made to see who is the limit.</summary>
public sealed record CauseVisit
{
    /// <summary><see cref="LevelPhase.Cause"/> or <see cref="LevelPhase.Ceiling"/>.</summary>
    public required LevelPhase Phase { get; init; }

    /// <summary>Simultaneous clients.</summary>
    public required int Clients { get; init; }

    /// <summary>Extra work of the generator for every operation, ns.</summary>
    public long ExtraWork_ns { get; init; }

    /// <summary>Threads of the generator.</summary>
    public int GeneratorThreads { get; init; }

    /// <summary>Throughput of the windows that count, operations/s, in order of time.</summary>
    public required IReadOnlyList<double> Windows_per_s { get; init; }

    /// <summary>CPU time of the generator's threads per operation, ns; NaN when unknown.</summary>
    public double GeneratorCpu_ns { get; init; } = double.NaN;

    /// <summary>CPU share of the generator's busiest thread, 0 … 1; NaN when unknown.</summary>
    public double GeneratorShare { get; init; } = double.NaN;

    /// <summary>Mean size of a request, bytes.</summary>
    public double Request_bytes { get; init; }

    /// <summary>Mean size of an answer, bytes.</summary>
    public double Response_bytes { get; init; }

    /// <summary>
    /// False when the level failed checks other than those of the generator: then its throughput tells nothing.
    /// </summary>
    public bool IsSound { get; init; } = true;

    /// <summary>Takes it from what was stored.</summary>
    /// <param name="total">The level's <c>total</c> row, or its only one.</param>
    /// <param name="windows">Its windows.</param>
    /// <param name="generator">What the generator used; null when unknown.</param>
    public static CauseVisit Of(LevelRow total, IEnumerable<WindowRow> windows, ResourceRow? generator)
    {
        var kept = windows.Where(w => w.State == WindowState.Kept && w.Length_s > 0).ToList();
        var operations = kept.Sum(w => w.Operations + w.Errors);
        return new CauseVisit
        {
            Phase = total.Key.Phase,
            Clients = total.Key.Clients,
            ExtraWork_ns = total.ExtraWork_ns,
            GeneratorThreads = total.GeneratorThreads,
            Windows_per_s = [.. kept.Select(w => w.Operations / w.Length_s)],
            GeneratorCpu_ns = operations > 0 ? 1e9 * kept.Sum(w => w.GeneratorCpu_s) / operations : double.NaN,
            GeneratorShare = generator?.BusiestThreadShare ?? double.NaN,
            Request_bytes = total.Operations > 0 ? (double)total.Sent_bytes / total.Operations : 0,
            Response_bytes = total.Operations > 0 ? (double)total.Received_bytes / total.Operations : 0,
            IsSound = !LevelValidity.Parse(total.Validity).Issues
                .Any(i => i.Grade == ValidityGrade.Invalid && !ValidityCode.IsOfGenerator(i.Code)),
        };
    }

    /// <summary>Throughput over several visits of the same kind, operations/s.</summary>
    public static MeanEstimate Pool(IEnumerable<CauseVisit> visits) =>
        BatchMeans.Estimate([.. visits.SelectMany(visit => visit.Windows_per_s)]);
}
