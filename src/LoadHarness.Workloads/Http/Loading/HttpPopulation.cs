using System.Globalization;
using System.Text;
using LoadHarness.Contracts.Loading;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Http.Loading;

/// <summary>The clients of one stage send the same requests.</summary>
/// <param name="options">What is asked for and what is right.</param>
/// <param name="stage">What is measured.</param>
/// <param name="random">Where draws come from.</param>
internal sealed class HttpPopulation(HttpOptions options, HttpStage stage, Random random) : IClientPopulation
{
    private readonly byte[] _get = MakeRequest(options, isPost: false);
    private readonly byte[] _post = MakeRequest(options, isPost: true);
    private readonly GetShare _gets = new(options.GetShare_percent, random);

    /// <inheritdoc/>
    public IVirtualClient CreateClient(int clientIndex) => new HttpClient(this);

    /// <inheritdoc/>
    public void ServerReplaced()
    {
        // The server holds nothing of theirs.
    }

    /// <summary>What the next operation is.</summary>
    public HttpStage DrawOperation() => stage != HttpStage.Mixed ? stage
        : _gets.DrawIsGet() ? HttpStage.Get : HttpStage.Post;

    /// <summary>What is sent for an operation.</summary>
    public byte[] RequestOf(HttpStage operation) => operation == HttpStage.Post ? _post : _get;

    /// <summary>The response is the one that is expected.</summary>
    public bool IsRight(int status, long body_bytes) =>
        status == options.Status && (options.ResponseSize == 0 || body_bytes == options.ResponseSize);

    private static byte[] MakeRequest(HttpOptions options, bool isPost)
    {
        var further = options.Header.Length > 0 ? options.Header + "\r\n" : "";
        var length = options.RequestSize.ToString(CultureInfo.InvariantCulture);
        var body = isPost ? $"Content-Type: text/plain\r\nContent-Length: {length}\r\n" : "";
        var method = isPost ? "POST" : "GET";
        var head = $"{method} {options.Path} HTTP/1.1\r\nHost: {options.Host}\r\n{further}{body}\r\n";
        return [.. Encoding.UTF8.GetBytes(head), .. isPost ? HttpOptions.Body(options.RequestSize) : []];
    }
}
