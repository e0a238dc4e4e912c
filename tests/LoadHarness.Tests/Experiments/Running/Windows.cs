using LoadHarness.Contracts.Measuring;
using LoadHarness.Contracts.Time;
using LoadHarness.Engine;

namespace LoadHarness.Tests.Experiments.Running;

/// <summary>Windows as observers get them.</summary>
internal static class Windows
{
    /// <summary>A window that began now, with so many correct operations of one type.</summary>
    public static WindowSnapshot Of(int index, long length_ns, int operations)
    {
        var start_ns = MonotonicClock.Now_ns;
        return new WindowSnapshot
        {
            Index = index,
            Start_ns = start_ns,
            End_ns = start_ns + length_ns,
            Ended = [[operations, 0, 0, 0, 0, 0]],
            Latency = [new LatencyHistogram()],
            ThreadCpu_ns = [0],
        };
    }
}
