using System.Globalization;

namespace LoadHarness.Workloads.HashTable.Framings;

/// <summary>
/// A message is a line. A carriage return before the newline is dropped; the last line may end with the stream.
/// </summary>
internal sealed class NewlineFraming : Framing
{
    /// <inheritdoc/>
    internal override string Name => "newline";

    /// <inheritdoc/>
    internal override int LongestPrefix => 0;

    /// <inheritdoc/>
    internal override ReadOnlySpan<byte> Suffix => "\n"u8;

    /// <inheritdoc/>
    internal override bool SkipsEmpty => true;

    /// <inheritdoc/>
    internal override FrameState Take(
        ReadOnlySpan<byte> input, int looked, bool end, int longest, out Frame frame)
    {
        frame = default;
        var newline = input[looked..].IndexOf((byte)'\n');
        if (newline < 0 && !(end && input.Length > 0))
        {
            frame.Looked = input.Length;
            return WithoutReturn(input).Length > longest ? LineTooLong(longest, out frame) : FrameState.Partial;
        }

        var length = newline < 0 ? input.Length : looked + newline;
        frame.Taken = newline < 0 ? length : length + 1;
        frame.Body = WithoutReturn(input[..length]);
        return frame.Body.Length > longest ? LineTooLong(longest, out frame) : FrameState.Whole;
    }

    /// <inheritdoc/>
    internal override int WritePrefix(long length, Span<byte> target) => 0;

    private static ReadOnlySpan<byte> WithoutReturn(ReadOnlySpan<byte> line) =>
        line.EndsWith("\r"u8) ? line[..^1] : line;

    private static FrameState LineTooLong(int longest, out Frame frame) =>
        Broken(string.Create(CultureInfo.InvariantCulture, $"the line is longer than {longest} bytes"), out frame);
}
