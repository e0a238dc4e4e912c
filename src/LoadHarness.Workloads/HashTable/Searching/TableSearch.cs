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

    /// <summary>
    /// A key counts as too slow when it is so as often in a row, in slices of their own: the limit is by the clock, and
    /// a thread that was kept off its CPU looks like a slow pattern. A slow pattern is slow again.
    /// </summary>
    private const int MostTries = 3;

    private static readonly TimeSpan _longestSlice = TimeSpan.FromMilliseconds(1);

    private readonly TableSnapshot _snapshot;
    private readonly IEntryMatcher _matcher;
    private readonly SearchLimits _limits;
    private readonly TimeProvider _time;
    private readonly List<FoundPair> _found = [];
    private TimeSpan _used;
    private bool _isPrepared;
    private string _problem = string.Empty;
    private int _tries;
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

    /// <summary>What is wrong, for people; empty unless it was <see cref="SearchState.Refused"/>.</summary>
    public string Problem => _problem;

    /// <summary>Looks at the next entries.</summary>
    public SearchState Advance()
    {
        var start = _time.GetTimestamp();
        try
        {
            _isPrepared = _isPrepared || _matcher.TryPrepare(out _problem);
            return _isPrepared ? Slice(start) : SearchState.Refused;
        }
        catch (RegexMatchTimeoutException)
        {
            return ++_tries < MostTries ? SearchState.Running : SearchState.OutOfTime;
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
        var (weight, enough) = (0, 1);
        while (_next < end)
        {
            var entry = candidates[_next];
            if (entry.At(_snapshot.Sequence) is { Value: { } value })
            {
                if (_matcher.Matches(entry.Key, value))
                {
                    if (_found.Count == _limits.MaxPairs) return SearchState.TooMany;
                    _found.Add(new FoundPair(entry.Key, value));
                }

                weight += 1 + ((entry.Key.Length + value.Length) / 256);
            }

            _next++;
            _tries = 0;
            if (weight < enough && !_matcher.IsCostly) continue;
            // Rarely when entries turn out to be quick.
            (weight, enough) = (0, Math.Min(2 * enough, EntriesPerLook));
            var elapsed = _time.GetElapsedTime(start);
            if (_used + elapsed > _limits.MaxTime) return SearchState.OutOfTime;
            if (elapsed > _longestSlice) break;
        }

        return _next < candidates.Length ? SearchState.Running : SearchState.Done;
    }
}
