using System.Net;
using LoadHarness.Contracts.Serving;
using LoadHarness.Workloads.Image.Png;

namespace LoadHarness.Workloads.Image;

/// <summary>The server side of images: keeps nothing but a count.</summary>
internal sealed class ImageService(string name, ImageOptions options, IEventSink sink) : IService
{
    private readonly StoredPng _png = new(options.Width, options.Height);
    private long _operations;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public bool NeedsExclusion => false;

    /// <inheritdoc/>
    public IDurable? Durable => null;

    /// <inheritdoc/>
    public long OperationCount => Interlocked.Read(ref _operations);

    /// <inheritdoc/>
    public IConnectionHandler Connect(IPEndPoint peer) => new ImageHandler(this, _png, peer);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    /// <summary>Tells that a whole image has left.</summary>
    internal void Sent(IPEndPoint peer)
    {
        Interlocked.Increment(ref _operations);
        if (sink.ShowsMessages) sink.Message($"Sent an image to {PeerText.Of(peer)}");
    }
}
