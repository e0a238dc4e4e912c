using System.Globalization;

namespace LoadHarness.Workloads.HashTable.Framings;

/// <summary>How messages are told apart in a stream of bytes. Has no state: one instance serves everybody.</summary>
internal abstract class Framing
{
    /// <summary>The name in dialect files.</summary>
    internal abstract string Name { get; }

    /// <summary>Most bytes before a message.</summary>
    internal abstract int LongestPrefix { get; }

    /// <summary>Length of the longest message that has a frame, bytes.</summary>
    internal virtual long LongestBody => long.MaxValue;

    /// <summary>What stands behind a message.</summary>
    internal virtual ReadOnlySpan<byte> Suffix => default;

    /// <summary>True when a message without content means nothing and is not answered.</summary>
    internal virtual bool SkipsEmpty => false;

    /// <summary>Looks for a message at the beginning of the input.</summary>
    /// <param name="input">What has arrived.</param>
    /// <param name="looked"><see cref="Frame.Looked"/> of the last call with less of the same input, else 0.</param>
    /// <param name="end">Nothing follows.</param>
    /// <param name="longest">Longest message that is accepted, bytes.</param>
    /// <param name="frame">The message, or what is wrong.</param>
    internal abstract FrameState Take(
        ReadOnlySpan<byte> input, int looked, bool end, int longest, out Frame frame);

    /// <summary>Writes what stands before a message.</summary>
    /// <param name="length">Bytes of the message, at most <see cref="LongestBody"/>.</param>
    /// <param name="target">At least <see cref="LongestPrefix"/> long.</param>
    /// <returns>Bytes written.</returns>
    internal abstract int WritePrefix(long length, Span<byte> target);

    /// <summary>A message of known length behind a header.</summary>
    private protected static FrameState Body(
        ReadOnlySpan<byte> input, int header, long length, int longest, out Frame frame)
    {
        if (length < 0) return Broken("the length is negative", out frame);
        if (length > longest) return TooLong(longest, out frame);
        frame = default;
        if (input.Length - header < length) return FrameState.Partial;
        frame.Body = input.Slice(header, (int)length);
        frame.Taken = header + (int)length;
        return FrameState.Whole;
    }

    /// <summary>A message that is longer than allowed.</summary>
    private protected static FrameState TooLong(int longest, out Frame frame) =>
        Broken(string.Create(CultureInfo.InvariantCulture, $"the frame is longer than {longest} bytes"), out frame);

    /// <summary>Not a frame.</summary>
    private protected static FrameState Broken(string problem, out Frame frame)
    {
        frame = new Frame { Problem = problem };
        return FrameState.Broken;
    }
}
