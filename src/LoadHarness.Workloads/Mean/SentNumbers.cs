using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Workloads.Mean;

/// <summary>
/// Sum and count of the numbers that one generator thread has sent to the present server. Each thread writes its own;
/// they are added up when all is quiet.
/// </summary>
internal sealed class SentNumbers
{
    private static readonly ConditionalWeakTable<
        WorkloadSettings, ConcurrentDictionary<PopulationShare, SentNumbers>> _known = [];

    private readonly ConcurrentDictionary<PopulationShare, SentNumbers> _all;
    private Int128 _sum;
    private long _count;

    private SentNumbers(ConcurrentDictionary<PopulationShare, SentNumbers> all) => _all = all;

    /// <summary>The mean that the server must hold: over the numbers of all threads, rounded once.</summary>
    public double Mean =>
        ExactMean.Of(_all.Values.Aggregate(Int128.Zero, (sum, sent) => sum + sent._sum), Count);

    /// <summary>Numbers that all threads have sent.</summary>
    public long Count => _all.Values.Sum(sent => sent._count);

    /// <summary>Those of a thread; all threads of one run have the same settings object.</summary>
    public static SentNumbers Of(WorkloadSettings settings, PopulationShare share)
    {
        var all = _known.GetOrCreateValue(settings);
        return all.GetOrAdd(share, _ => new SentNumbers(all));
    }

    /// <summary>A number is on its way.</summary>
    public void Add(long number)
    {
        _sum += number;
        _count++;
    }

    /// <summary>The server was started anew and knows of no number.</summary>
    public void Clear() => (_sum, _count) = (0, 0);
}
