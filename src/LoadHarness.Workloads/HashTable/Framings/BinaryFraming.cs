using System.Buffers.Binary;

namespace LoadHarness.Workloads.HashTable.Framings;

/// <summary>The length as a binary number, then the message.</summary>
/// <param name="name">The name in dialect files.</param>
/// <param name="width">Bytes of the number: 4 (unsigned) or 8 (signed).</param>
/// <param name="isLittleEndian">The lowest byte comes first.</param>
internal sealed class BinaryFraming(string name, int width, bool isLittleEndian) : Framing
{
    /// <inheritdoc/>
    internal override string Name => name;

    /// <inheritdoc/>
    internal override int LongestPrefix => width;

    /// <inheritdoc/>
    internal override long LongestBody => width == sizeof(uint) ? uint.MaxValue : long.MaxValue;

    /// <inheritdoc/>
    internal override FrameState Take(
        ReadOnlySpan<byte> input, int looked, bool end, int longest, out Frame frame)
    {
        if (input.Length >= width) return Body(input, width, Length(input), longest, out frame);
        frame = default;
        return FrameState.Partial;
    }

    /// <inheritdoc/>
    internal override int WritePrefix(long length, Span<byte> target)
    {
        if (width == sizeof(uint)) BinaryPrimitives.WriteUInt32BigEndian(target, (uint)length);
        else if (isLittleEndian) BinaryPrimitives.WriteInt64LittleEndian(target, length);
        else BinaryPrimitives.WriteInt64BigEndian(target, length);
        return width;
    }

    private long Length(ReadOnlySpan<byte> input)
    {
        if (width == sizeof(uint)) return BinaryPrimitives.ReadUInt32BigEndian(input);
        return isLittleEndian
            ? BinaryPrimitives.ReadInt64LittleEndian(input)
            : BinaryPrimitives.ReadInt64BigEndian(input);
    }
}
