using System.Globalization;

namespace LoadHarness.Benchmarks.Tools.Commands;

/// <summary>hey, on one CPU like the others.</summary>
internal sealed class Hey : ICommandSyntax
{
    /// <inheritdoc/>
    public string Program => "hey";

    /// <inheritdoc/>
    public IReadOnlyList<string> Arguments(ToolTask task) =>
    [
        "-z", string.Create(CultureInfo.InvariantCulture, $"{task.EnoughSeconds}s"),
        "-cpus", "1",
        "-c", task.Connections.ToString(CultureInfo.InvariantCulture),
        $"http://{task.Target}/",
    ];

    /// <inheritdoc/>
    public ToolReport Parse(string output) => new(
        PrintedNumbers.Required(output, @"^\s+Requests/sec:\s+([\d.]+)"),
        PrintedNumbers.Optional(output, @"^\s+Average:\s+([\d.]+) secs") * 1e6,
        PrintedNumbers.Optional(output, @"^\s+50%+ in ([\d.]+) secs") * 1e6,
        PrintedNumbers.Optional(output, @"^\s+99%+ in ([\d.]+) secs") * 1e6);
}
