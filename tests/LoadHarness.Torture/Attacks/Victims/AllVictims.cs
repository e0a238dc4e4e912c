namespace LoadHarness.Torture.Attacks.Victims;

/// <summary>Every service, with those who use it and those who abuse it.</summary>
internal static class AllVictims
{
    /// <summary>One line for each.</summary>
    public static IReadOnlyList<Victim> List { get; } =
    [
        Downloads.NumberList,
        Downloads.Image,
        HashTable.Victim,
        Mean.Victim,
        Echoes.Null,
        Echoes.Raw,
        Echoes.Calibration,
        Stores.Resp,
        Stores.Memcached,
        Http.Victim,
    ];
}
