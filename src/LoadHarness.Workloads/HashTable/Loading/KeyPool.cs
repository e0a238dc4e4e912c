using System.Runtime.InteropServices;

namespace LoadHarness.Workloads.HashTable.Loading;

/// <summary>A set of keys that one share owns, with what is known about each. Used by one thread.</summary>
/// <param name="kind">What the keys are for.</param>
/// <param name="size">Number of keys.</param>
internal sealed class KeyPool(KeyKind kind, int size)
{
    private readonly KeyState[] _states = new KeyState[size];
    private int _cursor;

    /// <summary>What the keys are for.</summary>
    internal KeyKind Kind { get; } = kind;

    /// <summary>Takes the next key in some state for an operation; it is busy until <see cref="Put"/>.</summary>
    /// <returns>Its number, or -1 when there is none.</returns>
    internal int Take(KeyState state)
    {
        var found = Bytes(_cursor).IndexOf((byte)state);
        if (found < 0 && _cursor > 0)
        {
            _cursor = 0;
            found = Bytes(0).IndexOf((byte)state);
        }

        return MarkBusy(found);
    }

    /// <summary>Takes the next key that is not in some state, nor busy.</summary>
    /// <returns>Its number, or -1 when there is none.</returns>
    internal int TakeUnlike(KeyState state)
    {
        var found = Bytes(_cursor).IndexOfAnyExcept((byte)state, (byte)KeyState.Busy);
        if (found < 0 && _cursor > 0)
        {
            _cursor = 0;
            found = Bytes(0).IndexOfAnyExcept((byte)state, (byte)KeyState.Busy);
        }

        return MarkBusy(found);
    }

    /// <summary>Ends an operation on a key.</summary>
    internal void Put(int number, KeyState state) => _states[number] = state;

    /// <summary>True when some key is not, or not known to be, in a state.</summary>
    internal bool HasUnlike(KeyState state) => Bytes(0).ContainsAnyExcept((byte)state);

    /// <summary>The server is empty.</summary>
    internal void Empty() => Array.Fill(_states, KeyState.Absent);

    private Span<byte> Bytes(int from) => MemoryMarshal.AsBytes(_states.AsSpan(from));

    private int MarkBusy(int found)
    {
        if (found < 0) return -1;
        var number = _cursor + found;
        _cursor = number + 1;
        _states[number] = KeyState.Busy;
        return number;
    }
}
