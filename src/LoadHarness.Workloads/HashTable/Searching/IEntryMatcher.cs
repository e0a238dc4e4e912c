namespace LoadHarness.Workloads.HashTable.Searching;

/// <summary>Decides which pairs a scan or query returns.</summary>
internal interface IEntryMatcher
{
    /// <summary>True when one match can take long, so that the time is looked at after every one.</summary>
    bool IsCostly { get; }

    /// <summary>True when the pair belongs to the answer.</summary>
    /// <param name="key">Canonical JSON string.</param>
    /// <param name="value">Canonical JSON.</param>
    /// <exception cref="System.Text.RegularExpressions.RegexMatchTimeoutException">One key took too long.</exception>
    bool Matches(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value);
}
