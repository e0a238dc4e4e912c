using LoadHarness.Torture.Attacks.Kinds;

namespace LoadHarness.Torture.Attacks;

/// <summary>All attacks on servers.</summary>
internal static class AllAttacks
{
    /// <summary>One line for each.</summary>
    public static IReadOnlyList<IAttack> List { get; } =
    [
        new SilentCrowd(),
        new HalfRequests(),
        new Dripping(),
        new NeverReading(),
        new LeavingAnywhere(),
        new ConnectStorm(),
        new Poison(),
        new Exhausting(),
        new Noise(),
    ];
}
