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
            return input.Length > longest ? LineTooLong(longest, out frame) : FrameState.Partial;
        }

        var length = newline < 0 ? input.Length : looked + newline;
        frame.Taken = newline < 0 ? length : length + 1;
        var line = input[..length];
        if (line.EndsWith("\r"u8)) line = line[..^1];
        frame.Body = line;
        return line.Length > longest ? LineTooLong(longest, out frame) : FrameState.Whole;
    }

    /// <inheritdoc/>
    internal override int WritePrefix(long length, Span<byte> target) => 0;

    private static FrameState LineTooLong(int longest, out Frame frame) =>
        Broken(string.Create(CultureInfo.InvariantCulture, $"the line is longer than {longest} bytes"), out frame);
}
