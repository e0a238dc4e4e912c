using LoadHarness.Workloads.HashTable.Framings;

namespace LoadHarness.Torture.Fuzzing.Targets;

/// <summary>The framings by themselves.</summary>
internal static class FramingTargets
{
    private const int Longest = 512;

    private static readonly byte[][] _words = Promise.Bytes(
        "{}", "2", "2,", "0000000002", "              2 ", "\n", "\r\n", "{\"a\":1}");

    /// <summary>One for each framing.</summary>
    public static IEnumerable<FuzzTarget> All() => FramingNames.All.Select(framing => new ReadTarget(
        $"framing/{framing.Name}", input => Read(input, framing))
    {
        Seeds =
        [
            new Framer(framing).Frame("{}\n{\"a\":1}\n"u8.ToArray()),
            .. Enumerable.Range(Longest - 1, 3).Select(length => new Framer(framing).Frame(Filled(length))),
        ],
        Words = _words,
    });

    private static byte[] Filled(int length)
    {
        var body = new byte[length];
        Array.Fill(body, (byte)'x');
        return body;
    }

    /// <summary>The first frame, looked for after every byte and at the end.</summary>
    private static string Read(byte[] input, Framing framing)
    {
        var looked = 0;
        for (var length = 1; length <= input.Length; length++)
        {
            var state = framing.Take(input.AsSpan(0, length), looked, end: false, Longest, out var part);
            looked = part.Looked;
            if (state == FrameState.Partial) continue;
            var whole = framing.Take(input, 0, end: false, Longest, out var frame);
            Promise.Holds(whole == state, "a frame is the same however it arrives");
            if (state == FrameState.Broken) return part.Problem;
            Promise.Holds(part.Taken <= length, "no more is taken than there is");
            Promise.Holds(frame.Taken == part.Taken && frame.Body.SequenceEqual(part.Body), "a frame is the same");
            Rewrite(part.Body, framing);
            return part.Body.IsEmpty ? "an empty frame" : "a frame";
        }

        return framing.Take(input, looked, end: true, Longest, out var rest) switch
        {
            FrameState.Broken => rest.Problem,
            FrameState.Whole => "ended by the end",
            _ => "a part",
        };
    }

    private static void Rewrite(ReadOnlySpan<byte> body, Framing framing)
    {
        var prefix = new byte[32];
        byte[] frame = [.. prefix.AsSpan(0, framing.WritePrefix(body.Length, prefix)), .. body, .. framing.Suffix];
        var state = framing.Take(frame, 0, end: false, Longest + 1, out var again);
        // Where a length without a separator ends, the first letter of the body tells; and \r goes with \n.
        var isUnclear = (framing == FramingNames.Decimal && !body.StartsWithLetter()) || body.EndsWith("\r"u8);
        Promise.Holds(
            isUnclear || (state == FrameState.Whole && again.Body.SequenceEqual(body)),
            "a frame is read back as written");
    }

    private static bool StartsWithLetter(this ReadOnlySpan<byte> body) =>
        !body.IsEmpty && body[0] is not (>= (byte)'0' and <= (byte)'9');
}
