namespace LoadHarness.Discovery.Records;

/// <summary>What an update did to the table.</summary>
public enum RecordChange
{
    /// <summary>A service that was not there before.</summary>
    Added = 0,

    /// <summary>A known one, heard again.</summary>
    Renewed = 1,

    /// <summary>The table is full: nothing was kept.</summary>
    Refused = 2,
}
