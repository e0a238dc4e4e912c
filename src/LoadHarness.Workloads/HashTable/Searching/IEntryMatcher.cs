namespace LoadHarness.Workloads.HashTable.Searching;

/// <summary>Decides which pairs a scan or query returns.</summary>
internal interface IEntryMatcher
{
    /// <summary>True when one match can take long, so that the time is looked at after every one.</summary>
    bool IsCostly { get; }

    /// <summary>Called once, before everything else: the place for what takes long.</summary>
    /// <param name="problem">Why nothing can be searched for, for people; empty when it can.</param>
    /// <returns>False when there is a problem.</returns>
    bool TryPrepare(out string problem)
    {
        problem = string.Empty;
        return true;
    }

    /// <summary>True when the pair belongs to the answer.</summary>
    /// <param name="key">Canonical JSON string.</param>
    /// <param name="value">Canonical JSON.</param>
    /// <exception cref="System.Text.RegularExpressions.RegexMatchTimeoutException">One key took too long, by the clock:
    /// a thread that was kept off its CPU looks the same.</exception>
    bool Matches(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value);
}
