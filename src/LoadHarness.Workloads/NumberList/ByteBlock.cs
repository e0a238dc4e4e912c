using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LoadHarness.Workloads.NumberList;

/// <summary>
/// Up to 64 bytes of text as a vector, so that questions about them are answered by one bit for each.
/// </summary>
internal static class ByteBlock
{
    /// <summary>Bytes of a block: one for each bit of a mask.</summary>
    public const int Size = 64;

    /// <summary>One bit for each byte that equals a character; the lowest bit stands for the first byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Where(Vector512<byte> block, char character) =>
        Vector512.Equals(block, Vector512.Create((byte)character)).ExtractMostSignificantBits();

    /// <summary>One bit for each byte that is a decimal digit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong WhereDigit(Vector512<byte> block) =>
        Vector512.LessThan(block - Vector512.Create((byte)'0'), Vector512.Create((byte)10))
            .ExtractMostSignificantBits();

    /// <summary>The first 64 bytes of a longer text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Full(ReadOnlySpan<byte> text) => Vector512.Create(text);

    /// <summary>Less than 64 bytes, with zeros behind.</summary>
    public static Vector512<byte> Part(ReadOnlySpan<byte> text)
    {
        Span<byte> padded = stackalloc byte[Size];
        padded.Clear();
        text.CopyTo(padded);
        return Vector512.Create<byte>(padded);
    }
}
