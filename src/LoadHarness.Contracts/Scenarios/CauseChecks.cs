namespace LoadHarness.Contracts.Scenarios;

/// <summary>Whether it is asked at levelled-out points who is the limit, the server or the load generator.</summary>
public enum CauseChecks
{
    /// <summary>In profiles that measure the levelled-out point once more, until one test proves it.</summary>
    Auto = 0,

    /// <summary>Never.</summary>
    Off = 1,

    /// <summary>In every profile, and every test there is.</summary>
    On = 2,
}
