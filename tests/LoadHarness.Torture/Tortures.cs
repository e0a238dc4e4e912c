using LoadHarness.Torture.Attacks;
using LoadHarness.Torture.Crashes;
using LoadHarness.Torture.Fuzzing;
using LoadHarness.Torture.Linear;
using LoadHarness.Torture.Soak;

namespace LoadHarness.Torture;

/// <summary>All kinds of torture, in the order in which they run.</summary>
internal static class Tortures
{
    /// <summary>The list: one line for each kind.</summary>
    public static IReadOnlyList<ITorture> All { get; } =
    [
        new FuzzTorture(Console.Error),
        new DiskTorture(),
        new KillTorture(),
        new LinearTorture(),
        new AttackTorture(Console.Error),
        new SoakTorture(),
    ];
}
