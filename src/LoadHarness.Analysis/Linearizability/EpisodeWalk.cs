using LoadHarness.Contracts.Histories;

namespace LoadHarness.Analysis.Linearizability;

/// <summary>
/// Checks the history of a key no value of which was written twice, in time n log n. Whoever saw a value saw one
/// certain write, so the history falls into episodes, one for each value, and they have to be put in order. The walk
/// goes through calls and returns in order of time and does nothing before it has to: an episode begins at its first
/// return at the latest; it cannot end before its last call; and once its last call is there, all of it can happen at
/// one moment. Whoever found no value needs a moment without one, and an episode that ends by a remove can make it.
/// Such episodes are kept as long as possible, and the one that has to begin first is used first.
/// Source of the episodes: Gibbons and Korach, "Testing shared memories", SIAM J. Comput. 26 (1997), zones of a
/// register with known read mapping; removes and misses are our addition, tested against <see cref="StateSearch"/>.
/// </summary>
internal sealed class EpisodeWalk
{
    private readonly KeyOperation[] _operations;
    private readonly Episode?[] _episodes;
    private readonly int[] _events;
    private readonly int[] _returns;
    private readonly bool[] _isExplained;

    // Episodes all of which has been called: each can happen at any one moment, up to its first return.
    private readonly List<Episode> _open = [];
    private readonly PriorityQueue<Episode, int> _openRemoved = new();

    // Misses that wait for a moment without a value, by the places of their returns.
    private readonly PriorityQueue<int, int> _misses = new();

    private Episode? _current;
    private int _unknownRemoves;
    private int _place;

    private EpisodeWalk(EpisodeTable table)
    {
        (_operations, _episodes) = (table.Operations, table.Episodes);
        _isExplained = new bool[_operations.Length];
        _returns = new int[_operations.Length];
        _events = EventOrder.Of(_operations);
        for (var place = 0; place < _events.Length; place++) Note(place);
    }

    /// <summary>Checks a history for which <see cref="EpisodeTable.IsFor"/> holds.</summary>
    /// <param name="operations">All operations but reads without an answer.</param>
    /// <param name="initial">What the key held before.</param>
    /// <returns>Null when it can be explained.</returns>
    public static EpisodeConflict? Check(IReadOnlyList<KeyOperation> operations, long initial)
    {
        var table = new EpisodeTable(operations, initial);
        foreach (var episode in table.All)
        {
            if (episode.Write is not { } write)
                return new EpisodeConflict(ViolationKind.NeverWritten, episode.FirstReturned);
            if (episode.Removes is [var one, var other, ..])
                return new EpisodeConflict(ViolationKind.RemovedTwice, write, one, other);
        }

        return new EpisodeWalk(table).Run();
    }

    private void Note(int place)
    {
        var (index, isReturn) = EventOrder.Read(_events[place]);
        if (isReturn) _returns[index] = place;
        if (_episodes[index] is not { } episode) return;
        if (isReturn) episode.FirstReturn = Math.Min(episode.FirstReturn, place);
        else episode.LastCall = place;
    }

    private EpisodeConflict? Run()
    {
        for (_place = 0; _place < _events.Length; _place++)
        {
            var (index, isReturn) = EventOrder.Read(_events[_place]);
            if (!isReturn) Call(index);
            else if (Return(index) is { } conflict) return conflict;
        }

        return null;
    }

    private void Call(int index)
    {
        if (_episodes[index] is { } episode)
        {
            episode.IsWriteCalled |= _operations[index].Kind == KeyOperationKind.Write;
            if (--episode.Uncalled > 0) return;
            if (episode.IsStarted) AllCalled(episode);
            else if (episode.IsRemoved) _openRemoved.Enqueue(episode, episode.FirstReturn);
            else _open.Add(episode);
        }
        else if (!_operations[index].IsKnown)
        {
            _unknownRemoves++;
        }
        else if (_current is null)
        {
            _isExplained[index] = true;
        }
        else
        {
            _misses.Enqueue(index, _returns[index]);
        }
    }

    private EpisodeConflict? Return(int index)
    {
        if (_episodes[index] is not { } episode)
        {
            return _isExplained[index] || (_current is not { Uncalled: > 0 } && TryVacate())
                ? null
                : new EpisodeConflict(ViolationKind.Missed, _operations[index]);
        }

        if (!episode.IsStarted && Start(episode) is { } conflict) return conflict;
        return _operations[index].Kind == KeyOperationKind.Remove && episode.Uncalled > 0
            ? new EpisodeConflict(ViolationKind.AfterRemoved, [.. episode.Ends().Distinct()])
            : null;
    }

    /// <summary>An episode has to begin now, at its first return.</summary>
    private EpisodeConflict? Start(Episode episode)
    {
        if (!episode.IsWriteCalled)
            return new EpisodeConflict(ViolationKind.BeforeWritten, [.. episode.Ends().Distinct()]);
        if (_current is { Uncalled: > 0 })
            return new EpisodeConflict(
                ViolationKind.Replaced, [.. _current.Ends().Concat(episode.Ends()).Distinct()]);
        episode.IsStarted = true;
        var until = episode.Uncalled > 0 ? episode.LastCall : _place;
        HappenOpen();
        if (HappenRemovedBefore(until)) BeEmpty();
        else if (_misses.TryPeek(out _, out var end) && end < until) TryVacate();
        _current = episode;
        if (episode.Uncalled == 0) AllCalled(episode);
        return null;
    }

    /// <summary>The current episode can end; when it ends without a value, it had better do so at once.</summary>
    private void AllCalled(Episode episode)
    {
        if (episode.IsRemoved) BeEmpty();
    }

    /// <summary>
    /// Open episodes happen, one after the other, behind the current one and before the next: it costs nothing.
    /// </summary>
    private void HappenOpen()
    {
        foreach (var episode in _open) episode.IsStarted = true;
        _open.Clear();
    }

    /// <summary>Those that cannot wait until a place happen now.</summary>
    private bool HappenRemovedBefore(int place)
    {
        var happens = false;
        while (_openRemoved.TryPeek(out var episode, out var latest) && (episode.IsStarted || latest < place))
        {
            _openRemoved.Dequeue();
            happens |= !episode.IsStarted;
            episode.IsStarted = true;
        }

        return happens;
    }

    /// <summary>Makes a moment without a value, while the current episode can end.</summary>
    private bool TryVacate()
    {
        var canBe = false;
        while (!canBe && _openRemoved.TryDequeue(out var episode, out _))
        {
            canBe = !episode.IsStarted;
            episode.IsStarted = true;
        }

        if (!canBe && _unknownRemoves == 0) return false;
        if (!canBe) _unknownRemoves--;
        HappenOpen();
        BeEmpty();
        return true;
    }

    private void BeEmpty()
    {
        _current = null;
        while (_misses.TryDequeue(out var index, out _)) _isExplained[index] = true;
    }
}
