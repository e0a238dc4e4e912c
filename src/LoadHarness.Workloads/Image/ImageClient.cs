using System.Buffers;
using LoadHarness.Contracts.Loading;
using LoadHarness.Workloads.Image.Png;

namespace LoadHarness.Workloads.Image;

/// <summary>
/// Downloads images. Of every image the signature, the chunks with their order and checksums and the size are
/// checked; one image in k is unpacked, its checksum, row count and filters are checked too.
/// </summary>
internal sealed class ImageClient(ImagePopulation population) : IVirtualClient
{
    private readonly ImageShape _shape = population.Shape;
    private PngReader _reader;
    private ArrayBufferWriter<byte>? _packed; // most clients of a short level never decode an image
    private bool _decodes;
    private bool _isWrong;

    /// <inheritdoc/>
    public int OperationType => 0;

    /// <inheritdoc/>
    public ClientStep Begin(Purpose purpose, IBufferWriter<byte> request)
    {
        if (purpose == Purpose.Prepare) return ClientStep.Idle;
        _reader = new PngReader(_shape.LongestContent);
        _decodes = population.NextIsDecoded();
        if (_decodes) (_packed ??= new ArrayBufferWriter<byte>()).ResetWrittenCount();
        _isWrong = false;
        return ClientStep.Receive();
    }

    /// <inheritdoc/>
    /// <remarks>An image that has gone wrong is complete at once, so that a server that never stops sending cannot
    /// hold a client.</remarks>
    public ClientStep Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> request)
    {
        var rest = input;
        while (_reader.TryNext(ref rest, out var chunk)) Follow(chunk);
        if (_isWrong || _reader.Problem is not null) return ClientStep.Complete(input.Length, Outcome.WrongAnswer);
        if (!end) return ClientStep.Receive(input.Length - rest.Length);
        var isRight = _reader.IsComplete && rest.IsEmpty && (!_decodes || _shape.CanDecode(_packed!.WrittenSpan));
        return ClientStep.Complete(input.Length, isRight ? Outcome.Correct : Outcome.WrongAnswer);
    }

    /// <inheritdoc/>
    public ClientStep Elapsed(IBufferWriter<byte> request) =>
        throw new InvalidOperationException("a download has no pause");

    /// <inheritdoc/>
    public void Abandoned()
    {
        // The next Begin starts from nothing.
    }

    private void Follow(PngChunk chunk)
    {
        if (chunk.Type == PngChunk.Header) _isWrong |= _reader.Header != _shape.Header;
        if (chunk.Type != PngChunk.Data || !_decodes) return;
        _isWrong |= _packed!.WrittenCount + chunk.Content.Length > _shape.LongestContent;
        if (!_isWrong) _packed.Write(chunk.Content);
    }
}
