using LoadHarness.Contracts.Loading;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Http.Loading;

/// <summary>The clients of one stage send the same requests.</summary>
/// <param name="options">What is asked for and what is right.</param>
/// <param name="stage">What is measured.</param>
/// <param name="random">Where draws come from.</param>
internal sealed class HttpPopulation(HttpOptions options, HttpStage stage, Random random) : IClientPopulation
{
    private readonly byte[] _get = HttpRequest.Get(options);
    private readonly byte[] _post = HttpRequest.Post(options);
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
}
