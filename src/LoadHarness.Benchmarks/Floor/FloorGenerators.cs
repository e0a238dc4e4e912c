using System.Diagnostics;
using System.Globalization;
using System.Net;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Engine;

namespace LoadHarness.Benchmarks.Floor;

/// <summary>
/// The C program and the engine, doing the same: a closed loop of 64-byte echoes on one pinned thread.
/// </summary>
/// <param name="folder">Where the C programs are.</param>
/// <param name="target">The server.</param>
/// <param name="cpu">The generators' CPU.</param>
internal sealed class FloorGenerators(string folder, IPEndPoint target, int cpu)
{
    private const int WarmUp_ms = 400;
    private const int Windows = 4;
    private const int Length_ms = 800;

    /// <summary>The C program.</summary>
    public FloorMeasurement MeasureFloor(int connections)
    {
        var start = new ProcessStartInfo(Path.Combine(folder, "client"))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        foreach (var argument in new[] { target.Port, cpu, connections, WarmUp_ms, Length_ms })
            start.ArgumentList.Add(argument.ToString(CultureInfo.InvariantCulture));
        using var process = Process.Start(start)!;
        var fields = process.StandardOutput.ReadToEnd().Split(' ');
        process.WaitForExit();
        var numbers = fields.Select(field => long.Parse(field, CultureInfo.InvariantCulture)).ToArray();
        return new FloorMeasurement(numbers[0], numbers[1], numbers[2]);
    }

    /// <summary>The engine with everything on that a run has on.</summary>
    /// <param name="loop">Its network loop.</param>
    /// <param name="connections">Clients.</param>
    public FloorMeasurement MeasureEngine(string loop, int connections)
    {
        var plan = new LoadPlan
        {
            Target = target,
            Clients = connections,
            ConnectionUse = ConnectionUse.Persistent,
            OperationTypeCount = 1,
            Loop = loop,
            GeneratorCpus = [cpu],
            Window_ns = Length_ms / Windows * 1_000_000L,
        };
        var warmUpWindows = WarmUp_ms * Windows / Length_ms;
        var run = new LoadEngine().Run(plan, [new EchoClients()], new Observer(warmUpWindows + Windows), default);
        if (!string.Equals(run.Loop, loop, StringComparison.Ordinal)) throw new InvalidOperationException(run.Loop);
        var measured = run.Windows.Skip(warmUpWindows).ToList();
        if (measured.Sum(window => window.ErrorCount) > 0) throw new InvalidOperationException("Operations failed.");
        return new FloorMeasurement(
            measured.Sum(window => window.CorrectCount),
            measured.Sum(window => window.ThreadCpu_ns.Sum()),
            measured.Sum(window => window.LatencySum_ns));
    }

    private sealed class Observer(int windows) : ILoadObserver
    {
        public void Started(long start_ns)
        {
            // The warm-up is counted in windows.
        }

        public bool WindowClosed(WindowSnapshot window) => window.Index + 1 < windows;
    }
}
