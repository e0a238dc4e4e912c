namespace LoadHarness.Workloads.HashTable.Dialects;

/// <summary>Where a request holds one of its fields.</summary>
/// <param name="Member">Index of the member in <see cref="RequestMembers.Names"/>.</param>
/// <param name="Element">Index in the list that the member is, or <see cref="Whole"/>.</param>
/// <param name="Field">What stands there.</param>
/// <param name="IsText">It is JSON text in a string.</param>
internal readonly record struct RequestPlace(int Member, int Element, Placeholder Field, bool IsText)
{
    /// <summary>The member itself is the field.</summary>
    internal const int Whole = -1;
}
