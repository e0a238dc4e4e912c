using System.Buffers;
using System.Buffers.Binary;
using LoadHarness.Workloads.Image.Png;

namespace LoadHarness.Clients.Frames.Gif;

/// <summary>
/// Writes frames of an animation, each with a colour table of its own, so that a frame's bytes depend on the frame
/// alone and frames can be made anywhere. Holds its buffers from frame to frame; not thread-safe.
/// </summary>
/// <param name="delay_cs">How long a frame is shown, 1/100 s, 0 … 65535.</param>
public sealed class GifFrameWriter(int delay_cs)
{
    private const int ControlSize = 8, DescriptorSize = 10, ColourSize = 3;
    private const byte EachFrameReplacesTheLast = 2 << 2; // disposal: back to the background
    private const byte HasTransparency = 1;
    private const byte HasOwnTable = 0x80;

    private readonly FramePalette _palette = new();
    private readonly LzwEncoder _lzw = new();

    /// <summary>Writes a frame.</summary>
    /// <exception cref="InvalidDataException">It is wider or higher than a GIF can be.</exception>
    public void Write(PngImage image, IBufferWriter<byte> output)
    {
        if (Math.Max(image.Width, image.Height) > GifFormat.LongestSide)
            throw new InvalidDataException("the image is too large for a GIF");
        _palette.Fit(image.Pixels);
        WriteControl(output);
        var tableBits = Math.Max(1, 32 - int.LeadingZeroCount(_palette.Count - 1));
        WriteDescriptor(image, tableBits, output);
        WriteColours(1 << tableBits, output);
        _lzw.Encode(_palette.Indices, Math.Max(LzwEncoder.SmallestIndexWidth, tableBits), output);
    }

    /// <summary>Graphic control extension: how long, and which index is transparent.</summary>
    private void WriteControl(IBufferWriter<byte> output)
    {
        var transparent = _palette.Colours.IndexOf(FramePalette.Transparent);
        var control = output.GetSpan(ControlSize)[..ControlSize];
        control[0] = 0x21;
        control[1] = 0xF9;
        control[2] = 4; // bytes of its content
        control[3] = (byte)(EachFrameReplacesTheLast | (transparent < 0 ? 0 : HasTransparency));
        BinaryPrimitives.WriteUInt16LittleEndian(control[4..], (ushort)delay_cs);
        control[6] = (byte)Math.Max(0, transparent);
        control[7] = 0;
        output.Advance(ControlSize);
    }

    private static void WriteDescriptor(PngImage image, int tableBits, IBufferWriter<byte> output)
    {
        var descriptor = output.GetSpan(DescriptorSize)[..DescriptorSize];
        descriptor.Clear(); // it stands at the top left
        descriptor[0] = 0x2C;
        BinaryPrimitives.WriteUInt16LittleEndian(descriptor[5..], (ushort)image.Width);
        BinaryPrimitives.WriteUInt16LittleEndian(descriptor[7..], (ushort)image.Height);
        descriptor[9] = (byte)(HasOwnTable | (tableBits - 1));
        output.Advance(DescriptorSize);
    }

    private void WriteColours(int room, IBufferWriter<byte> output)
    {
        var table = output.GetSpan(room * ColourSize)[..(room * ColourSize)];
        table.Clear();
        for (var i = 0; i < _palette.Count; i++)
        {
            var colour = _palette.Colours[i];
            var entry = table.Slice(i * ColourSize, ColourSize);
            (entry[0], entry[1], entry[2]) = ((byte)colour, (byte)(colour >> 8), (byte)(colour >> 16));
        }

        output.Advance(table.Length);
    }
}
