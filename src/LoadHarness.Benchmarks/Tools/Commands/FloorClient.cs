using System.Globalization;
using LoadHarness.Analysis.Peers;

namespace LoadHarness.Benchmarks.Tools.Commands;

/// <summary>The minimal C program in the folder Floor: what the kernel leaves to be had.</summary>
/// <param name="folder">Where it was built.</param>
/// <param name="cpu">The generator's CPU.</param>
internal sealed class FloorClient(string folder, int cpu) : ICommandSyntax
{
    private const string Numbers = @"^(\d+) \d+ \d+$";
    private const string Latency = @"^\d+ \d+ (\d+)$";

    private double _length_s;

    /// <inheritdoc/>
    public string Program => Path.GetFullPath(Path.Combine(folder, "client"));

    /// <inheritdoc/>
    public string Name => PeerGoal.Floor;

    /// <inheritdoc/>
    /// <remarks>Port, CPU, connections, warm-up in ms, length in ms.</remarks>
    public IReadOnlyList<string> Arguments(ToolTask task)
    {
        const int warmUp_ms = 100;
        var length_ms = task.EnoughSeconds * 1000;
        _length_s = length_ms / 1e3;
        return [.. new[] { task.Target.Port, cpu, task.Connections, warmUp_ms, length_ms }
            .Select(number => number.ToString(CultureInfo.InvariantCulture))];
    }

    /// <inheritdoc/>
    /// <remarks>Operations, CPU time in ns, sum of latencies in ns.</remarks>
    public ToolReport Parse(string output)
    {
        var operations = PrintedNumbers.Required(output, Numbers);
        return new ToolReport(
            operations / _length_s, PrintedNumbers.Required(output, Latency) / operations / 1e3);
    }
}
