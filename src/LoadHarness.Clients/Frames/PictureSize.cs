using System.Buffers.Binary;

namespace LoadHarness.Clients.Frames;

/// <summary>The size that all frames of a part fit into; the result of a <see cref="GifPartJob"/>.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
internal readonly record struct PictureSize(int Width, int Height)
{
    /// <summary>The size that both fit into.</summary>
    internal PictureSize Or(PictureSize other) =>
        new(Math.Max(Width, other.Width), Math.Max(Height, other.Height));

    /// <summary>Makes a result of it.</summary>
    internal byte[] ToResult()
    {
        var result = new byte[2 * sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(result, Width);
        BinaryPrimitives.WriteInt32LittleEndian(result.AsSpan(sizeof(int)), Height);
        return result;
    }

    /// <summary>Reads a result.</summary>
    internal static PictureSize FromResult(byte[] result) => new(
        BinaryPrimitives.ReadInt32LittleEndian(result),
        BinaryPrimitives.ReadInt32LittleEndian(result.AsSpan(sizeof(int))));
}
