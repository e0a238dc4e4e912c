using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Http;

/// <summary>What can be set about HTTP.</summary>
/// <param name="Path">What is asked for.</param>
/// <param name="Host">Value of the header Host.</param>
/// <param name="Header">Further header lines without the last line's end; empty for none.</param>
/// <param name="Status">The status that is right.</param>
/// <param name="Body">Body of a POST.</param>
/// <param name="ContentType">Type of the body of a POST.</param>
/// <param name="ResponseSize">Bytes of the body of a response; 0 lets the client take any.</param>
/// <param name="GetShare_percent">GET among the requests of the mixed stage, %.</param>
internal sealed record HttpOptions(
    string Path, string Host, byte[] Header, int Status, byte[] Body, string ContentType, int ResponseSize,
    int GetShare_percent)
{
    private const string PathName = "path";
    private const string HostName = "host-header";
    private const string HeaderName = "header";
    private const string StatusName = "status";
    private const string BodyName = "body";
    private const string ContentTypeName = "content-type";
    private const string RequestBytes = "request-bytes";
    private const string ResponseBytes = "response-bytes";
    private const int Largest = 1_000_000;

    /// <summary>The options as the command line and scenarios see them.</summary>
    public static IReadOnlyList<WorkloadOption> All { get; } =
    [
        new(PathName, OptionKind.Text, "/", "what is asked for, with its query", OptionSide.Client),
        new(HostName, OptionKind.Text, "localhost", "value of the header Host", OptionSide.Client),
        new(HeaderName, OptionKind.Text, "",
            @"further header lines, like 'Accept: text/html', parted by \r\n", OptionSide.Client,
            Check: EscapedText.Check),
        new(StatusName, OptionKind.Integer, "200", "the status that is right", OptionSide.Client, 200, 599),
        new(BodyName, OptionKind.Text, "", @"body of a POST; \n \r \t \\ and \xHH stand for one byte each; empty "
            + "takes request-bytes letters", OptionSide.Client, Check: EscapedText.Check),
        new(ContentTypeName, OptionKind.Text, "text/plain", "type of the body of a POST", OptionSide.Client),
        new(RequestBytes, OptionKind.Integer, "64", "body of a POST without a text, bytes", OptionSide.Client, 0,
            Largest),
        new(ResponseBytes, OptionKind.Integer, "64",
            "body of a response, bytes; a client that expects 0 takes any size", OptionSide.Both, 0, Largest),
        GetShare.Option,
    ];

    /// <summary>Reads checked settings.</summary>
    public static HttpOptions From(WorkloadSettings settings)
    {
        var body = EscapedText.Read(settings.Text(BodyName));
        return new HttpOptions(
            settings.Text(PathName),
            settings.Text(HostName),
            EscapedText.Read(settings.Text(HeaderName)),
            (int)settings.Integer(StatusName),
            body.Length > 0 ? body : Letters((int)settings.Integer(RequestBytes)),
            settings.Text(ContentTypeName),
            (int)settings.Integer(ResponseBytes),
            (int)settings.Integer(GetShare.Name));
    }

    /// <summary>A body of a size.</summary>
    public static byte[] Letters(int size)
    {
        var body = new byte[size];
        Array.Fill(body, (byte)'h');
        return body;
    }
}
