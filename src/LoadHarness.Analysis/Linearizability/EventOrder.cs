using LoadHarness.Contracts.Histories;

namespace LoadHarness.Analysis.Linearizability;

/// <summary>
/// Calls and returns in order of time. Of a call and a return at the same moment the call comes first: then they
/// overlap, which allows more.
/// </summary>
internal static class EventOrder
{
    /// <summary>All of them, to be read by <see cref="Read"/>.</summary>
    public static int[] Of(KeyOperation[] operations)
    {
        var calls = Sorted(operations, operation => operation.Call_ns);
        var returns = Sorted(operations, operation => operation.Return_ns);
        var known = Array.FindIndex(returns, index => !operations[index].IsKnown);
        var events = new int[calls.Length + (known < 0 ? returns.Length : known)];
        var (call, done) = (0, 0);
        for (var place = 0; place < events.Length; place++)
        {
            var isReturn = call == calls.Length
                || operations[returns[done]].Return_ns < operations[calls[call]].Call_ns;
            events[place] = isReturn ? (returns[done++] << 1) | 1 : calls[call++] << 1;
        }

        return events;
    }

    /// <summary>The operation of an event, and which of its two it is.</summary>
    public static (int Index, bool IsReturn) Read(int happened) => (happened >> 1, (happened & 1) == 1);

    private static int[] Sorted(KeyOperation[] operations, Func<KeyOperation, long> time_ns)
    {
        var times_ns = Array.ConvertAll(operations, operation => time_ns(operation));
        var order = Enumerable.Range(0, operations.Length).ToArray();
        Array.Sort(times_ns, order);
        return order;
    }
}
