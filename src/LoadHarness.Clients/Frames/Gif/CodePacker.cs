using System.Buffers;

namespace LoadHarness.Clients.Frames.Gif;

/// <summary>
/// Packs codes of varying width into bytes, lowest bit first, and the bytes into GIF's sub-blocks: up to 255 bytes
/// behind their number, an empty one last (GIF89a, section 15 and appendix F).
/// </summary>
internal ref struct CodePacker
{
    private const int LongestBlock = 255;

    private readonly IBufferWriter<byte> _output;
    private Span<byte> _block; // its number of bytes first
    private int _length;
    private uint _bits;
    private int _bitCount;

    internal CodePacker(IBufferWriter<byte> output)
    {
        _output = output;
        _block = output.GetSpan(1 + LongestBlock);
    }

    /// <summary>Appends a code.</summary>
    /// <param name="code">At most as many bits as its width.</param>
    /// <param name="width">1 … 12 bits.</param>
    internal void Put(int code, int width)
    {
        _bits |= (uint)code << _bitCount;
        _bitCount += width;
        while (_bitCount >= 8) PutByte();
    }

    /// <summary>Writes the bits that are left and the empty block.</summary>
    internal void Finish()
    {
        if (_bitCount > 0) PutByte();
        if (_length > 0) EndBlock();
        _block[0] = 0;
        _output.Advance(1);
    }

    private void PutByte()
    {
        _block[1 + _length++] = (byte)_bits;
        _bits >>= 8;
        _bitCount -= 8;
        if (_length == LongestBlock) EndBlock();
    }

    private void EndBlock()
    {
        _block[0] = (byte)_length;
        _output.Advance(1 + _length);
        _block = _output.GetSpan(1 + LongestBlock);
        _length = 0;
    }
}
