namespace LoadHarness.Workloads.HashTable.Loading;

/// <summary>Which base keys of a group have been seen.</summary>
/// <param name="groupSize">Keys in a group.</param>
internal sealed class SeenKeys(int groupSize)
{
    private readonly bool[] _seen = new bool[groupSize];
    private int _first;
    private int _count;

    /// <summary>True when every key was seen.</summary>
    internal bool IsComplete => _count == groupSize;

    /// <summary>Begins a group.</summary>
    internal void Begin(int group)
    {
        Array.Clear(_seen);
        _first = group * groupSize;
        _count = 0;
    }

    /// <summary>Notes a key; false when it does not belong to the group or was seen before.</summary>
    internal bool Add(int number)
    {
        var index = number - _first;
        if ((uint)index >= (uint)groupSize || _seen[index]) return false;
        _count++;
        return _seen[index] = true;
    }
}
