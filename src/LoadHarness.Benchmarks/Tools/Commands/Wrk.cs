using System.Globalization;

namespace LoadHarness.Benchmarks.Tools.Commands;

/// <summary>wrk: one thread, as many connections as asked for.</summary>
internal sealed class Wrk : ICommandSyntax
{
    /// <inheritdoc/>
    public string Program => "wrk";

    /// <inheritdoc/>
    public IReadOnlyList<string> Arguments(ToolTask task) =>
    [
        "-t1",
        string.Create(CultureInfo.InvariantCulture, $"-c{task.Connections}"),
        string.Create(CultureInfo.InvariantCulture, $"-d{task.EnoughSeconds}s"),
        "--latency",
        $"http://{task.Target}/",
    ];

    /// <inheritdoc/>
    /// <remarks>Errors are named only when there were some.</remarks>
    public ToolReport Parse(string output) => new(
        PrintedNumbers.Required(output, @"Requests/sec:\s+([\d.]+)"),
        PrintedNumbers.Time_us(output, @"^\s+Latency\s+([\d.]+)([a-z]+)"),
        PrintedNumbers.Time_us(output, @"^\s+50%\s+([\d.]+)([a-z]+)"),
        PrintedNumbers.Time_us(output, @"^\s+99%\s+([\d.]+)([a-z]+)"),
        (long)PrintedNumbers.Sum(output, @"(?:connect|read|write|timeout|responses:) (\d+)"));
}
