using System.Buffers;

namespace LoadHarness.Clients.Frames.Gif;

/// <summary>
/// GIF's LZW (GIF89a, appendix F): codes of growing width up to 12 bits, a code that clears the table and one that
/// ends. Holds its table from image to image; not thread-safe.
/// </summary>
public sealed class LzwEncoder
{
    /// <summary>Fewest bits of an index that the format allows.</summary>
    public const int SmallestIndexWidth = 2;

    private const int LargestWidth = 12;
    private const int CodeCount = 1 << LargestWidth;

    private readonly CodeTable _table = new();

    /// <summary>Writes the width of an index, the packed indices and the end, as an image's data.</summary>
    /// <param name="indices">At least one, each smaller than 2^<paramref name="indexWidth"/>.</param>
    /// <param name="indexWidth">Bits, from <see cref="SmallestIndexWidth"/> to 8.</param>
    /// <param name="output">Where it goes.</param>
    public void Encode(ReadOnlySpan<byte> indices, int indexWidth, IBufferWriter<byte> output)
    {
        output.GetSpan(1)[0] = (byte)indexWidth;
        output.Advance(1);
        var packer = new CodePacker(output);
        var clear = 1 << indexWidth;
        var (width, next) = Restart(ref packer, clear, indexWidth + 1);
        int prefix = indices[0];
        foreach (var index in indices[1..])
        {
            var code = _table.Find(prefix, index, out var slot);
            if (code < 0)
            {
                packer.Put(prefix, width);
                // A table that is full is given up: the images here are too varied for an old one to be of use.
                if (next == CodeCount) (width, next) = Restart(ref packer, clear, width);
                else _table.Add(prefix, index, slot, next++);
                if (next > 1 << width) width++;
                code = index;
            }

            prefix = code;
        }

        packer.Put(prefix, width);
        // A decoder gives out one more code when it reads this one, and widens by it.
        if (next == 1 << width && width < LargestWidth) width++;
        packer.Put(clear + 1, width);
        packer.Finish();
    }

    /// <summary>Clears the decoder's table and ours.</summary>
    private (int Width, int Next) Restart(ref CodePacker packer, int clear, int width)
    {
        packer.Put(clear, width);
        _table.Clear();
        return (int.Log2(clear) + 1, clear + 2);
    }
}
