using System.Globalization;
using LoadHarness.Experiments.Suts;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Experiments.Running;

/// <summary>Adds up what each of several processes that serve on one port got in the engine runs of a level.</summary>
internal sealed class WorkerTotals
{
    private long[]? _connections;
    private long[]? _operations;

    /// <summary>Connections of each, spaces between; empty when there are no such processes.</summary>
    public string Connections => Show(_connections);

    /// <summary>Operations of each, spaces between; empty when there are no such processes.</summary>
    public string Operations => Show(_operations);

    /// <summary>Adds one engine run.</summary>
    public void Add(UsageSample before, UsageSample after)
    {
        var workers = after.Workers.Count;
        if (workers == 0 || before.Workers.Count != workers) return;
        Add(ref _connections, before, after, worker => worker.Connections);
        Add(ref _operations, before, after, worker => worker.Operations);
    }

    private static void Add(ref long[]? totals, UsageSample before, UsageSample after, Func<WorkerCounts, long> of)
    {
        totals ??= new long[after.Workers.Count];
        for (var i = 0; i < Math.Min(totals.Length, after.Workers.Count); i++)
            totals[i] += Math.Max(0, of(after.Workers[i]) - of(before.Workers[i]));
    }

    private static string Show(long[]? totals) =>
        string.Join(' ', (totals ?? []).Select(total => total.ToString(CultureInfo.InvariantCulture)));
}
