using System.Buffers;
using System.Net;
using LoadHarness.Contracts.Serving;
using LoadHarness.Workloads.Image.Png;

namespace LoadHarness.Workloads.Image;

/// <summary>Sends one image of random pixels, a band of rows at a time; a small image is one band.</summary>
/// <param name="service">Is told when the image has left.</param>
/// <param name="png">The form of the image.</param>
/// <param name="peer">The other end's address.</param>
internal sealed class ImageHandler(ImageService service, StoredPng png, IPEndPoint peer) : IConnectionHandler
{
    private StoredPngProgress _progress = StoredPngProgress.Start;

    /// <inheritdoc/>
    public Step Start(IBufferWriter<byte> output) => WriteBand(output);

    /// <inheritdoc/>
    /// <remarks>A client has nothing to say.</remarks>
    public Step Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> output) =>
        new(input.Length, Next.Drain);

    /// <inheritdoc/>
    public Step Drained(IBufferWriter<byte> output)
    {
        if (!png.IsComplete(_progress)) return WriteBand(output);
        service.Sent(peer);
        return new Step(0, Next.Close);
    }

    /// <inheritdoc/>
    public void Closed()
    {
    }

    private Step WriteBand(IBufferWriter<byte> output)
    {
        var band = output.GetSpan(png.BandRoom);
        Random.Shared.NextBytes(png.RowsOf(_progress, band)); // seeded by the system, a state for each thread
        output.Advance(png.Seal(ref _progress, band));
        return new Step(0, Next.Drain);
    }
}
