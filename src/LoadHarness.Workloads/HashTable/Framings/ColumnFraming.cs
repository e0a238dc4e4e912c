using System.Globalization;

namespace LoadHarness.Workloads.HashTable.Framings;

/// <summary>The length in decimal digits, right-aligned in a fixed number of columns, then the message.</summary>
/// <param name="name">The name in dialect files.</param>
/// <param name="width">Columns, at most 18.</param>
/// <param name="filler">What the columns before the digits hold: a space or a zero.</param>
internal sealed class ColumnFraming(string name, int width, char filler) : Framing
{
    /// <inheritdoc/>
    internal override string Name => name;

    /// <inheritdoc/>
    internal override int LongestPrefix => width;

    /// <inheritdoc/>
    internal override long LongestBody { get; } = (long)Math.Pow(10, width) - 1;

    /// <inheritdoc/>
    internal override FrameState Take(
        ReadOnlySpan<byte> input, int looked, bool end, int longest, out Frame frame)
    {
        // What is wrong is said at once, not when all columns are there.
        var columns = input[..Math.Min(width, input.Length)];
        var digits = columns.TrimStart((byte)filler);
        if (digits.ContainsAnyExceptInRange((byte)'0', (byte)'9') || (digits.IsEmpty && IsBlank(columns)))
            return Broken(Wanted(), out frame);
        frame = default;
        if (columns.Length < width) return FrameState.Partial;
        var length = digits.IsEmpty ? 0 : long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return Body(input, width, length, longest, out frame);
    }

    /// <inheritdoc/>
    internal override int WritePrefix(long length, Span<byte> target)
    {
        Span<byte> text = stackalloc byte[width];
        length.TryFormat(text, out var digits, default, CultureInfo.InvariantCulture);
        target[..(width - digits)].Fill((byte)filler);
        text[..digits].CopyTo(target[(width - digits)..]);
        return width;
    }

    private bool IsBlank(ReadOnlySpan<byte> columns) => filler != '0' && columns.Length == width;

    private string Wanted() => string.Create(
        CultureInfo.InvariantCulture, $"a frame begins with its length in {width} columns, filled with '{filler}'");
}
