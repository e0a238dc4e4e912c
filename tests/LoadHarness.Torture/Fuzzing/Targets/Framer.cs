using LoadHarness.Workloads.HashTable.Framings;

namespace LoadHarness.Torture.Fuzzing.Targets;

/// <summary>Puts messages, one a line, into frames, and takes them out again.</summary>
internal sealed class Framer(Framing framing)
{
    /// <summary>Each line as a frame.</summary>
    public byte[] Frame(byte[] lines)
    {
        var frames = new List<byte>(lines.Length + 64);
        var prefix = new byte[32];
        foreach (var range in new ReadOnlySpan<byte>(lines).Split((byte)'\n'))
        {
            var body = lines.AsSpan(range);
            if (body.IsEmpty) continue;
            frames.AddRange(prefix.AsSpan(0, framing.WritePrefix(body.Length, prefix)));
            frames.AddRange(body);
            frames.AddRange(framing.Suffix);
        }

        return [.. frames];
    }

    /// <summary>Each frame as a line.</summary>
    public byte[] Lines(ReadOnlySpan<byte> frames)
    {
        var lines = new List<byte>(frames.Length);
        while (framing.Take(frames, 0, end: true, int.MaxValue, out var frame) == FrameState.Whole)
        {
            lines.AddRange(frame.Body);
            lines.Add((byte)'\n');
            frames = frames[frame.Taken..];
        }

        return [.. lines];
    }
}
