using System.Globalization;

namespace LoadHarness.Benchmarks.Tools.Commands;

/// <summary>ab of the Apache HTTP server, with connections kept open. It tells percentiles in whole ms.</summary>
internal sealed class ApacheBench : ICommandSyntax
{
    /// <inheritdoc/>
    public string Program => "ab";

    /// <inheritdoc/>
    public IReadOnlyList<string> Arguments(ToolTask task) =>
    [
        "-q", "-k",
        "-t", task.EnoughSeconds.ToString(CultureInfo.InvariantCulture),
        "-n", task.EnoughRequests.ToString(CultureInfo.InvariantCulture),
        "-c", task.Connections.ToString(CultureInfo.InvariantCulture),
        $"http://{task.Target}/",
    ];

    /// <inheritdoc/>
    public ToolReport Parse(string output) => new(
        PrintedNumbers.Required(output, @"^Requests per second:\s+([\d.]+)"),
        PrintedNumbers.Optional(output, @"^Time per request:\s+([\d.]+) \[ms\] \(mean\)") * 1e3,
        PrintedNumbers.Optional(output, @"^\s+50%\s+(\d+)") * 1e3,
        PrintedNumbers.Optional(output, @"^\s+99%\s+(\d+)") * 1e3,
        (long)PrintedNumbers.Required(output, @"^Failed requests:\s+(\d+)"));
}
