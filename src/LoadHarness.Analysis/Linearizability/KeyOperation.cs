namespace LoadHarness.Analysis.Linearizability;

/// <summary>One operation on one key, as its client saw it.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Value">
/// The value written, or seen, or taken away; <see cref="Absent"/> when there was none. Means nothing for a read or
/// remove whose end is not known.
/// </param>
/// <param name="Call_ns">When it was sent, monotonic ns.</param>
/// <param name="Return_ns">
/// When its answer was there, monotonic ns; <see cref="Unknown"/> when none came: it may have happened at any time
/// after the call, or never.
/// </param>
public readonly record struct KeyOperation(KeyOperationKind Kind, long Value, long Call_ns, long Return_ns)
{
    /// <summary>The value of a key that is not there.</summary>
    public const long Absent = 0;

    /// <summary>The end of an operation whose answer never came.</summary>
    public const long Unknown = long.MaxValue;

    /// <summary>Its answer came.</summary>
    public bool IsKnown => Return_ns != Unknown;

    /// <summary>What the key holds after it, when it happens while the key holds a value.</summary>
    /// <param name="state">What the key holds.</param>
    /// <param name="after">What it holds then.</param>
    /// <returns>False when its answer contradicts that state.</returns>
    public bool TryApply(long state, out long after)
    {
        after = Kind switch
        {
            KeyOperationKind.Write => Value,
            KeyOperationKind.Remove => Absent,
            _ => state,
        };
        return Kind == KeyOperationKind.Write || !IsKnown || Value == state;
    }
}
