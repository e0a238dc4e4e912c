using System.Text.RegularExpressions;
using LoadHarness.Workloads.HashTable.Storage;

namespace LoadHarness.Workloads.HashTable.Searching;

/// <summary>
/// A scan or query over one snapshot, in slices of about a millisecond, so that others have their turn in between.
/// </summary>
internal sealed class TableSearch : IDisposable
{
    private const int EntriesPerSlice = 512;
    private const int EntriesPerLook = 16;

    private static readonly TimeSpan _longestSlice = TimeSpan.FromMilliseconds(1);

    private readonly TableSnapshot _snapshot;
    private readonly IEntryMatcher _matcher;
    private readonly SearchLimits _limits;
    private readonly TimeProvider _time;
    private readonly List<FoundPair> _found = [];
    private TimeSpan _used;
    private int _next;

    internal TableSearch(TableSnapshot snapshot, IEntryMatcher matcher, SearchLimits limits, TimeProvider time)
    {
        _snapshot = snapshot;
        _matcher = matcher;
        _limits = limits;
        _time = time;
    }

    /// <summary>The pairs found so far, in order of insertion.</summary>
    public IReadOnlyList<FoundPair> Found => _found;

    /// <summary>The last write that the answer has seen.</summary>
    public long Sequence => _snapshot.Sequence;

    /// <summary>Looks at the next entries.</summary>
    public SearchState Advance()
    {
        var start = _time.GetTimestamp();
        try
        {
            return Slice(start);
        }
        catch (RegexMatchTimeoutException)
        {
            return SearchState.OutOfTime;
        }
        finally
        {
            _used += _time.GetElapsedTime(start);
        }
    }

    public void Dispose() => _snapshot.Dispose();

    private SearchState Slice(long start)
    {
        var candidates = _snapshot.Candidates;
        var end = Math.Min(candidates.Length, _next + EntriesPerSlice);
        var weight = 0;
        while (_next < end)
        {
            var entry = candidates[_next++];
            if (entry.At(_snapshot.Sequence) is { Value: { } value })
            {
                if (_matcher.Matches(entry.Key, value))
                {
                    if (_found.Count == _limits.MaxPairs) return SearchState.TooMany;
                    _found.Add(new FoundPair(entry.Key, value));
                }

                weight += 1 + ((entry.Key.Length + value.Length) / 256);
            }

            if (weight < EntriesPerLook && !_matcher.IsCostly) continue;
            weight = 0;
            var elapsed = _time.GetElapsedTime(start);
            if (_used + elapsed > _limits.MaxTime) return SearchState.OutOfTime;
            if (elapsed > _longestSlice) break;
        }

        return _next < candidates.Length ? SearchState.Running : SearchState.Done;
    }
}
