using LoadHarness.Contracts.Histories;

namespace LoadHarness.Analysis.Linearizability;

/// <summary>
/// Checks any history of a key, by trying: goes through calls and returns in order of time and keeps all states the key
/// may be in, each with the outstanding operations that have happened already; an operation is made to happen when it
/// has to, at its return. Its work grows fast with the operations that overlap.
/// Source: Lowe, "Testing for linearizability", Concurrency and Computation 29 (2017), just-in-time linearization.
/// </summary>
internal sealed class StateSearch
{
    private const int MostOutstanding = 64;
    private const int MostStates = 200_000;

    private readonly KeyOperation?[] _outstanding = new KeyOperation?[MostOutstanding];
    private HashSet<State> _states = [];

    /// <summary>Checks a history.</summary>
    /// <param name="operations">All operations on the key, in any order, without reads that have no answer.</param>
    /// <param name="initial">What the key held before all of them.</param>
    public static HistoryVerdict Check(IReadOnlyList<KeyOperation> operations, long initial) =>
        new StateSearch().Run(operations, initial);

    private HistoryVerdict Run(IReadOnlyList<KeyOperation> operations, long initial)
    {
        _states = [new State(initial, 0)];
        // Of a call and a return at the same moment the call comes first: then they overlap, which allows more.
        var events = operations.Select((operation, index) => (operation.Call_ns, IsReturn: false, index))
            .Concat(operations.Select((operation, index) => (operation.Return_ns, IsReturn: true, index))
                .Where(one => one.Return_ns != KeyOperation.Unknown))
            .Order();
        var places = new int[operations.Count];
        foreach (var (_, isReturn, index) in events)
        {
            if (!isReturn)
            {
                places[index] = Array.FindIndex(_outstanding, operation => operation is null);
                if (places[index] < 0) return HistoryVerdict.Undecided;
                _outstanding[places[index]] = operations[index];
                continue;
            }

            Return(places[index]);
            if (_states.Count == 0) return HistoryVerdict.Violated;
            if (_states.Count > MostStates) return HistoryVerdict.Undecided;
        }

        return HistoryVerdict.Linearizable;
    }

    /// <summary>An operation returns: in every state it has happened, or happens now, perhaps behind others.</summary>
    private void Return(int place)
    {
        var bit = 1UL << place;
        var reached = new HashSet<State>();
        var seen = new HashSet<State>(_states);
        var open = new Stack<State>(_states);
        while (open.TryPop(out var state) && seen.Count <= MostStates)
        {
            if ((state.Happened & bit) != 0)
            {
                reached.Add(state with { Happened = state.Happened & ~bit });
                continue;
            }

            foreach (var next in Following(state))
            {
                if (seen.Add(next)) open.Push(next);
            }
        }

        _outstanding[place] = null;
        _states = seen.Count > MostStates ? seen : reached;
    }

    private IEnumerable<State> Following(State state)
    {
        for (var i = 0; i < MostOutstanding; i++)
        {
            var bit = 1UL << i;
            if (_outstanding[i] is not { } operation || (state.Happened & bit) != 0) continue;
            if (TryApply(operation, state.Value, out var after)) yield return new State(after, state.Happened | bit);
        }
    }

    /// <summary>What the key holds after an operation; false when its answer contradicts what the key held.</summary>
    private static bool TryApply(KeyOperation operation, long state, out long after)
    {
        after = operation.Kind switch
        {
            KeyOperationKind.Write => operation.Value,
            KeyOperationKind.Remove => KeyOperation.Absent,
            _ => state,
        };
        return operation.Kind == KeyOperationKind.Write || !operation.IsKnown || operation.Value == state;
    }

    /// <summary>What the key may hold.</summary>
    /// <param name="Value">The value.</param>
    /// <param name="Happened">A bit for each outstanding operation that has happened.</param>
    private readonly record struct State(long Value, ulong Happened);
}
