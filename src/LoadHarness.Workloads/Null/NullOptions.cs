using System.Globalization;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Workloads.Null;

/// <summary>What can be set about empty exchanges.</summary>
/// <param name="RequestSize">Bytes of a request.</param>
/// <param name="ResponseSize">Bytes of an answer.</param>
/// <param name="IsPerOperation">Every exchange has a connection of its own.</param>
internal sealed record NullOptions(int RequestSize, int ResponseSize, bool IsPerOperation)
{
    private const string RequestBytes = "request-bytes";
    private const string ResponseBytes = "response-bytes";
    private const string Connection = "connection";
    private const string Kept = "kept";
    private const string PerOperation = "per-operation";
    private const int Largest = 16_000_000;

    /// <summary>The options as the command line and scenarios see them.</summary>
    public static IReadOnlyList<WorkloadOption> All { get; } =
    [
        new(RequestBytes, OptionKind.Integer, "1",
            "size of a request: letters n and a newline, bytes; take another workload's to get its ceiling",
            OptionSide.Both, 1, Largest),
        new(ResponseBytes, OptionKind.Integer, "1", "size of an answer: letters n and a newline, bytes",
            OptionSide.Both, 1, Largest),
        new(Connection, OptionKind.Choice, Kept, "whether a client keeps its connection or makes one per exchange",
            OptionSide.Client, Choices: [Kept, PerOperation]),
    ];

    /// <summary>Reads checked settings.</summary>
    public static NullOptions From(WorkloadSettings settings) => new(
        (int)settings.Integer(RequestBytes),
        (int)settings.Integer(ResponseBytes),
        string.Equals(settings.Text(Connection), PerOperation, StringComparison.Ordinal));

    /// <summary>
    /// Options that give another workload's ceiling, by name. A message of which it has none is one byte long.
    /// </summary>
    /// <param name="request_bytes">Mean size of its requests, bytes.</param>
    /// <param name="response_bytes">Mean size of its answers, bytes.</param>
    /// <param name="use">Whether its clients keep their connection.</param>
    /// <returns>Null when its messages are larger than any here.</returns>
    public static IReadOnlyDictionary<string, string>? Like(
        double request_bytes, double response_bytes, ConnectionUse use)
    {
        if (!(Math.Max(request_bytes, response_bytes) <= Largest)) return null;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [RequestBytes] = Size(request_bytes),
            [ResponseBytes] = Size(response_bytes),
            [Connection] = use == ConnectionUse.PerOperation ? PerOperation : Kept,
        };
    }

    /// <summary>A request or an answer of a size.</summary>
    public static byte[] Message(int size)
    {
        var message = new byte[size];
        Array.Fill(message, (byte)'n');
        message[^1] = (byte)'\n';
        return message;
    }

    private static string Size(double mean_bytes) =>
        Math.Max(1, Math.Round(mean_bytes)).ToString("0", CultureInfo.InvariantCulture);
}
