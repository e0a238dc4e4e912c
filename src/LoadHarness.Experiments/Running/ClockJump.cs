using System.Globalization;

namespace LoadHarness.Experiments.Running;

/// <summary>
/// Whether the wall clock went along with the clock that everything is measured by. Nothing is measured by the wall
/// clock, so a jump changes no number; but one that stood for the time that a machine slept tells a reader why.
/// </summary>
internal static class ClockJump
{
    private static readonly TimeSpan _usual = TimeSpan.FromSeconds(2);

    /// <summary>A sentence about the jump; empty when there was none worth telling.</summary>
    /// <param name="wall">Time passed by the wall clock.</param>
    /// <param name="measured">Time passed by the monotonic clock.</param>
    public static string Describe(TimeSpan wall, TimeSpan measured)
    {
        var jump = wall - measured;
        return jump.Duration() <= _usual ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $"The wall clock moved by {jump.TotalSeconds:+0;-0} s against the clock that all durations are measured "
                + $"by: it was set, or the machine slept. No duration is affected.");
    }
}
