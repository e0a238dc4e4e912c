namespace LoadHarness.Workloads.Shared;

/// <summary>Finds the end of something that has a longest length.</summary>
internal static class BoundedSearch
{
    /// <summary>
    /// Looks for an end within the first bytes. What is too long is refused however its bytes arrive: also when its end
    /// is there already.
    /// </summary>
    /// <param name="input">What has arrived.</param>
    /// <param name="end">What ends it.</param>
    /// <param name="longest">Most bytes, the end included.</param>
    /// <param name="at">Where the end begins, when it is there.</param>
    internal static ReadState Find(ReadOnlySpan<byte> input, ReadOnlySpan<byte> end, int longest, out int at)
    {
        at = input[..Math.Min(input.Length, longest)].IndexOf(end);
        if (at >= 0) return ReadState.Complete;
        return input.Length >= longest ? ReadState.Malformed : ReadState.Incomplete;
    }
}
