using System.Globalization;
using System.Net;

namespace LoadHarness.Benchmarks.Tools.Servers;

/// <summary>Asks a Redis for <c>INFO stats</c>.</summary>
/// <param name="target">The server.</param>
internal sealed class RedisCounter(IPEndPoint target) : IServerCounter
{
    /// <summary>The line with the number of commands.</summary>
    internal const string Commands = "total_commands_processed:";

    /// <summary>The line with the summed time between arrival and answer, which only <see cref="DelayServer"/>
    /// has.</summary>
    internal const string Served = "served_ns:";

    private readonly Question _question = new(target, "*2\r\n$4\r\nINFO\r\n$5\r\nstats\r\n");

    /// <inheritdoc/>
    public ServerCount Read()
    {
        var answer = _question.Ask(IsWhole);
        return new ServerCount(
            CountIn(answer) ?? throw new InvalidOperationException("INFO stats has no count of commands"),
            Find(answer, Served) ?? double.NaN);
    }

    /// <inheritdoc/>
    public void Dispose() => _question.Dispose();

    /// <summary>A bulk string: its length, then that many bytes.</summary>
    internal static bool IsWhole(string answer)
    {
        var head = answer.IndexOf("\r\n", StringComparison.Ordinal);
        return head > 1
            && int.TryParse(answer.AsSpan(1, head - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && answer.Length >= head + 2L + length + 2;
    }

    /// <summary>The number of commands in an answer; null when there is none.</summary>
    internal static long? CountIn(string answer) => Find(answer, Commands);

    private static long? Find(string answer, string label)
    {
        var start = answer.IndexOf(label, StringComparison.Ordinal);
        if (start < 0) return null;
        var rest = answer.AsSpan(start + label.Length);
        var end = rest.IndexOf('\r');
        return end >= 0 && long.TryParse(rest[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
