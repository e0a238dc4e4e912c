using System.Runtime.InteropServices;

namespace LoadHarness.Contracts.Histories;

/// <summary>One operation on one key, as its client saw it.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Value">
/// The value written, or seen, or taken away; <see cref="Absent"/> when there was none. Means nothing for a read or
/// remove whose end is not known.
/// </param>
/// <param name="Call_ns">When it was sent, or a little earlier, monotonic ns.</param>
/// <param name="Return_ns">
/// When its answer was there, or a little later, monotonic ns; <see cref="Unknown"/> when none came: it may have
/// happened at any time after the call, or never.
/// </param>
/// <param name="Client">Number of the client.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct KeyOperation(
    KeyOperationKind Kind, long Value, long Call_ns, long Return_ns, int Client = 0)
{
    /// <summary>The value of a key that is not there.</summary>
    public const long Absent = 0;

    /// <summary>The end of an operation whose answer never came.</summary>
    public const long Unknown = long.MaxValue;

    /// <summary>Its answer came.</summary>
    public bool IsKnown => Return_ns != Unknown;

    /// <summary>It found no value: a read of nothing, or a remove that failed.</summary>
    public bool IsMiss => IsKnown && Kind != KeyOperationKind.Write && Value == Absent;
}
