using LoadHarness.Contracts.Histories;

namespace LoadHarness.Analysis.Linearizability;

/// <summary>
/// The time in which a key holds one value: it begins with the value's only write, and every operation that saw the
/// value, the one that took it away as the last, happens in it.
/// </summary>
internal sealed class Episode
{
    private readonly List<KeyOperation> _removes = [];

    /// <summary>The write; null when nobody wrote the value.</summary>
    public KeyOperation? Write { get; private set; }

    /// <summary>The operations that took the value away.</summary>
    public IReadOnlyList<KeyOperation> Removes => _removes;

    /// <summary>Operations, writes included.</summary>
    public int Count { get; private set; }

    /// <summary>The operation called last.</summary>
    public KeyOperation LastCalled { get; private set; }

    /// <summary>The operation that returned first.</summary>
    public KeyOperation FirstReturned { get; private set; }

    /// <summary>Place of the last call among all calls and returns of the key.</summary>
    public int LastCall { get; set; } = -1;

    /// <summary>
    /// Place of the first return: here the value has been written, whatever the order. <see cref="int.MaxValue"/>
    /// when there is none.
    /// </summary>
    public int FirstReturn { get; set; } = int.MaxValue;

    /// <summary>Its operations that are still to be called.</summary>
    public int Uncalled { get; set; }

    /// <summary>Its write has been called.</summary>
    public bool IsWriteCalled { get; set; }

    /// <summary>It is the current one, or over.</summary>
    public bool IsStarted { get; set; }

    /// <summary>True when somebody took the value away: it ends without a value.</summary>
    public bool IsRemoved => _removes.Count > 0;

    /// <summary>Adds an operation that wrote, saw or took the value.</summary>
    public void Add(KeyOperation operation)
    {
        if (Count == 0 || operation.Call_ns >= LastCalled.Call_ns) LastCalled = operation;
        if (Count == 0 || operation.Return_ns < FirstReturned.Return_ns) FirstReturned = operation;
        if (operation.Kind == KeyOperationKind.Write) Write = operation;
        if (operation.Kind == KeyOperationKind.Remove) _removes.Add(operation);
        Count++;
        Uncalled++;
    }

    /// <summary>The operations that fix where it lies in time.</summary>
    public IEnumerable<KeyOperation> Ends()
    {
        if (Write is { } write) yield return write;
        yield return FirstReturned;
        yield return LastCalled;
        foreach (var remove in _removes) yield return remove;
    }
}
