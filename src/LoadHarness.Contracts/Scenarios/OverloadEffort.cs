namespace LoadHarness.Contracts.Scenarios;

/// <summary>
/// Whether servers are loaded with several times the clients from which they level out, and then with fewer again.
/// </summary>
public enum OverloadEffort
{
    /// <summary>Never.</summary>
    Off = 0,

    /// <summary>As far as ladders that ended early have left time that nobody else is owed.</summary>
    Spare = 1,

    /// <summary>With time of its own in the plan.</summary>
    Planned = 2,
}
