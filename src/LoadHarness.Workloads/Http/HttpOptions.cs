using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Http;

/// <summary>What can be set about HTTP.</summary>
/// <param name="Path">What is asked for.</param>
/// <param name="Host">Value of the header Host.</param>
/// <param name="Header">One further header line; empty for none.</param>
/// <param name="Status">The status that is right.</param>
/// <param name="RequestSize">Bytes of the body of a POST.</param>
/// <param name="ResponseSize">Bytes of the body of a response; 0 lets the client take any.</param>
/// <param name="GetShare_percent">Share of GET in the mixed stage, %.</param>
internal sealed record HttpOptions(
    string Path, string Host, string Header, int Status, int RequestSize, int ResponseSize, int GetShare_percent)
{
    private const string PathName = "path";
    private const string HostName = "host-header";
    private const string HeaderName = "header";
    private const string StatusName = "status";
    private const string RequestBytes = "request-bytes";
    private const string ResponseBytes = "response-bytes";
    private const int Largest = 1_000_000;

    /// <summary>The options as the command line and scenarios see them.</summary>
    public static IReadOnlyList<WorkloadOption> All { get; } =
    [
        new(PathName, OptionKind.Text, "/", "what is asked for, with its query", OptionSide.Client),
        new(HostName, OptionKind.Text, "localhost", "value of the header Host", OptionSide.Client),
        new(HeaderName, OptionKind.Text, "", "one further header line, like 'Accept: text/html'", OptionSide.Client),
        new(StatusName, OptionKind.Integer, "200", "the status that is right", OptionSide.Client, 200, 599),
        new(RequestBytes, OptionKind.Integer, "64", "body of a POST, bytes", OptionSide.Client, 0, Largest),
        new(ResponseBytes, OptionKind.Integer, "64",
            "body of a response, bytes; a client that expects 0 takes any size", OptionSide.Both, 0, Largest),
        GetShare.Option,
    ];

    /// <summary>Reads checked settings.</summary>
    public static HttpOptions From(WorkloadSettings settings) => new(
        settings.Text(PathName),
        settings.Text(HostName),
        settings.Text(HeaderName),
        (int)settings.Integer(StatusName),
        (int)settings.Integer(RequestBytes),
        (int)settings.Integer(ResponseBytes),
        (int)settings.Integer(GetShare.Name));

    /// <summary>A body of a size.</summary>
    public static byte[] Body(int size)
    {
        var body = new byte[size];
        Array.Fill(body, (byte)'h');
        return body;
    }
}
