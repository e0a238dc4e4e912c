using System.Globalization;

namespace LoadHarness.Benchmarks.Tools.Commands;

/// <summary>redis-benchmark: reads one key again and again, which costs it least.</summary>
/// <param name="test">The test, e.g. <c>get</c>.</param>
internal sealed class RedisBenchmark(string test) : ICommandSyntax
{
    /// <summary>The key that it reads when it is not told to draw keys.</summary>
    public const string Key = "key:__rand_int__";

    private const string Number = @"""([\d.]+)""";
    private const string Other = @"""[\d.]+""";

    /// <inheritdoc/>
    public string Program => "redis-benchmark";

    /// <inheritdoc/>
    public IReadOnlyList<string> Arguments(ToolTask task) =>
    [
        "-h", task.Target.Address.ToString(),
        "-p", Text(task.Target.Port),
        "-c", Text(task.Connections),
        "-n", Text(task.EnoughRequests),
        "-P", Text(task.Pipeline),
        "-d", "64",
        "-t", test,
        "--csv",
    ];

    /// <inheritdoc/>
    /// <remarks>Fields: test, requests/s, then mean, least, 50 %, 95 %, 99 % and highest latency in ms.</remarks>
    public ToolReport Parse(string output) => new(
        PrintedNumbers.Required(output, $"^\"[A-Z_]+\",{Number}"),
        PrintedNumbers.Optional(output, $"^\"[A-Z_]+\",{Other},{Number}") * 1e3,
        PrintedNumbers.Optional(output, $"^\"[A-Z_]+\",{Other},{Other},{Other},{Number}") * 1e3,
        PrintedNumbers.Optional(output, $"^\"[A-Z_]+\",{Other},{Other},{Other},{Other},{Other},{Number}") * 1e3);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
