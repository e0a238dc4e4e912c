using System.Globalization;
using System.Text;
using LoadHarness.Contracts.Loading;

namespace LoadHarness.Workloads.Http.Loading;

/// <summary>The clients of one stage send the same request.</summary>
/// <param name="options">What is asked for and what is right.</param>
/// <param name="operationType">0 is get, 1 is post.</param>
internal sealed class HttpPopulation(HttpOptions options, int operationType) : IClientPopulation
{
    /// <summary>Which operation all of them do.</summary>
    public int OperationType => operationType;

    /// <summary>What is sent.</summary>
    public byte[] Request { get; } = MakeRequest(options, operationType == HttpWorkload.Post);

    /// <inheritdoc/>
    public IVirtualClient CreateClient(int clientIndex) => new HttpClient(this);

    /// <inheritdoc/>
    public void ServerReplaced()
    {
        // The server holds nothing of theirs.
    }

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
