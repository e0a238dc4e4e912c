using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Workloads.Null;

/// <summary>What can be set about empty exchanges.</summary>
/// <param name="RequestSize">Bytes of a request.</param>
/// <param name="ResponseSize">Bytes of an answer.</param>
internal sealed record NullOptions(int RequestSize, int ResponseSize)
{
    private const string RequestBytes = "request-bytes";
    private const string ResponseBytes = "response-bytes";
    private const int Largest = 1_000_000;

    /// <summary>The options as the command line and scenarios see them.</summary>
    public static IReadOnlyList<WorkloadOption> All { get; } =
    [
        new(RequestBytes, OptionKind.Integer, "1",
            "size of a request: letters n and a newline, bytes; take another workload's to get its ceiling",
            OptionSide.Both, 1, Largest),
        new(ResponseBytes, OptionKind.Integer, "1", "size of an answer: letters n and a newline, bytes",
            OptionSide.Both, 1, Largest),
    ];

    /// <summary>Reads checked settings.</summary>
    public static NullOptions From(WorkloadSettings settings) =>
        new((int)settings.Integer(RequestBytes), (int)settings.Integer(ResponseBytes));

    /// <summary>A request or an answer of a size.</summary>
    public static byte[] Message(int size)
    {
        var message = new byte[size];
        Array.Fill(message, (byte)'n');
        message[^1] = (byte)'\n';
        return message;
    }
}
