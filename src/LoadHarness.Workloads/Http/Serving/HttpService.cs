using System.Globalization;
using System.Net;
using System.Text;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Workloads.Http.Serving;

/// <summary>Answers every GET and POST by the same body.</summary>
/// <param name="size">Bytes of the body.</param>
internal sealed class HttpService(int size) : IService
{
    private long _operations;

    /// <inheritdoc/>
    public string Name => HttpWorkload.WorkloadName;

    /// <inheritdoc/>
    public bool NeedsExclusion => false;

    /// <inheritdoc/>
    public IDurable? Durable => null;

    /// <inheritdoc/>
    public long OperationCount => Interlocked.Read(ref _operations);

    /// <summary>The whole response.</summary>
    public byte[] Answer { get; } =
    [
        .. Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: "
            + size.ToString(CultureInfo.InvariantCulture) + "\r\n\r\n"),
        .. HttpOptions.Letters(size),
    ];

    /// <inheritdoc/>
    public IConnectionHandler Connect(IPEndPoint peer) => new HttpConnection(this);

    /// <summary>Counts requests that were answered. Safe on any thread.</summary>
    public void Count(int requests) => Interlocked.Add(ref _operations, requests);

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
