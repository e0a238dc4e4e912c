using LoadHarness.Contracts.Loading;

namespace LoadHarness.Workloads.Image;

/// <summary>
/// The downloading clients of one generator thread; they share the count of images and the room for their rows.
/// </summary>
internal sealed class ImagePopulation(ImageOptions options) : IClientPopulation
{
    private long _begun;

    /// <summary>What the images have to be.</summary>
    public ImageShape Shape { get; } = new(options.Width, options.Height);

    /// <inheritdoc/>
    public IVirtualClient CreateClient(int clientIndex) => new ImageClient(this);

    /// <inheritdoc/>
    public void ServerReplaced()
    {
        // The server holds nothing that clients would have to know of.
    }

    /// <summary>
    /// Counts an image and tells whether it is one of those that are decoded: the first, and one in k from then on.
    /// </summary>
    public bool NextIsDecoded() => _begun++ % options.CheckEvery == 0;
}
