using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Workloads.HashTable.Framings;

namespace LoadHarness.Tests.Workloads.HashTable.Framings;

/// <summary>What every framing keeps to; each is run through all of it.</summary>
public class FramingTests
{
    private const int Longest = 100_000;

    public static TheoryData<string> Names { get; } = [.. FramingNames.All.Select(framing => framing.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_framed_is_taken_out_again_however_it_is_split(string name) =>
        Prop.ForAll<byte[][], byte>((bodies, piece) =>
        {
            var framing = FramingNames.Find(name)!;
            var messages = bodies.Select(Message).ToList();
            var stream = messages.SelectMany(message => Framed(framing, message)).ToArray();
            return Taken(framing, stream, 1 + (piece % 9))
                .SequenceEqual(messages.Select(Encoding.Latin1.GetString), StringComparer.Ordinal);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Names))]
    public void A_frame_is_not_taken_before_its_last_byte(string name)
    {
        var framing = FramingNames.Find(name)!;
        var frame = Framed(framing, Message([]));
        for (var length = 0; length < frame.Length; length++)
            framing.Take(frame.AsSpan(0, length), 0, end: false, Longest, out _).ShouldBe(FrameState.Partial);
        framing.Take(frame, 0, end: false, Longest, out var whole).ShouldBe(FrameState.Whole);
        whole.Taken.ShouldBe(frame.Length);
        whole.Body.ToArray().ShouldBe(Message([]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_longest_message_is_taken_and_one_byte_more_is_refused(string name)
    {
        var framing = FramingNames.Find(name)!;
        var longest = Encoding.ASCII.GetBytes('{' + new string('x', Longest - 1));
        framing.Take(Framed(framing, longest), 0, end: false, Longest, out _).ShouldBe(FrameState.Whole);
        framing.Take(Framed(framing, [.. longest, (byte)'x']), 0, end: false, Longest, out var frame)
            .ShouldBe(FrameState.Broken);
        frame.Problem.ShouldContain("longer than 100000 bytes");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_bytes_make_it_throw_or_take_more_than_there_is(string name) =>
        Prop.ForAll<byte[], bool>((input, end) =>
        {
            var state = FramingNames.Find(name)!.Take(input, 0, end, Longest, out var frame);
            return state != FrameState.Whole || (frame.Taken <= input.Length && frame.Body.Length <= frame.Taken);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("be64", "ffffffffffffffff", "the length is negative")]
    [InlineData("le64", "ffffffffffffffff", "the length is negative")]
    [InlineData("be64", "7fffffffffffffff", "longer than")]
    [InlineData("le64", "00000000000000 7f", "longer than")]
    [InlineData("be32", "ffffffff", "longer than")]
    public void A_binary_length_that_is_negative_or_huge_is_refused(string name, string prefix, string problem)
    {
        var input = Convert.FromHexString(prefix.Replace(" ", "", StringComparison.Ordinal));
        FramingNames.Find(name)!.Take(input, 0, end: false, Longest, out var frame).ShouldBe(FrameState.Broken);
        frame.Problem.ShouldContain(problem);
    }

    [Theory]
    [InlineData("decimal", "{}", "decimal digits")]
    [InlineData("decimal", "-2{}", "decimal digits")]
    [InlineData("decimal", "9999999{", "longer than")]
    [InlineData("decimal", "9999999999999999999999", "longer than")]
    [InlineData("decimal-comma", "2{}", "stands ','")]
    [InlineData("decimal-comma", ",{}", "decimal digits")]
    [InlineData("decimal-comma", "18446744073709551616,", "longer than")]
    [InlineData("decimal-10", "00000-0002", "10 columns")]
    [InlineData("decimal-10", "x", "10 columns")]
    [InlineData("decimal-10", "9999999999", "longer than")]
    [InlineData("decimal-16", "                ", "16 columns")]
    [InlineData("decimal-16", "2               ", "16 columns")]
    [InlineData("decimal-16", "          2,000", "16 columns")]
    [InlineData("decimal-16", "9999999999999999", "longer than")]
    public void A_decimal_length_that_is_none_is_refused(string name, string input, string problem)
    {
        FramingNames.Find(name)!.Take(Encoding.ASCII.GetBytes(input), 0, end: false, Longest, out var frame)
            .ShouldBe(FrameState.Broken);
        frame.Problem.ShouldContain(problem);
    }

    [Theory]
    [InlineData("be32", "00000000")]
    [InlineData("be64", "0000000000000000")]
    [InlineData("le64", "0000000000000000")]
    [InlineData("decimal-comma", "302c")]
    [InlineData("decimal-10", "30303030303030303030")]
    [InlineData("decimal-16", "20202020202020202020202020202030")]
    public void A_length_of_zero_is_a_message_without_content(string name, string frame)
    {
        var input = Convert.FromHexString(frame);
        FramingNames.Find(name)!.Take(input, 0, end: false, Longest, out var whole).ShouldBe(FrameState.Whole);
        whole.Body.IsEmpty.ShouldBeTrue();
        whole.Taken.ShouldBe(input.Length);
    }

    [Theory]
    [InlineData("newline", 17, "")]
    [InlineData("be32", 17, "00000011")]
    [InlineData("be64", 258, "0000000000000102")]
    [InlineData("le64", 258, "0201000000000000")]
    [InlineData("decimal", 17, "3137")]
    [InlineData("decimal-comma", 17, "31372c")]
    [InlineData("decimal-10", 17, "30303030303030303137")]
    [InlineData("decimal-16", 17, "20202020202020202020202020203137")]
    public void A_prefix_has_these_bytes(string name, int length, string prefix)
    {
        Span<byte> target = new byte[32];
        var written = FramingNames.Find(name)!.WritePrefix(length, target);
        Convert.ToHexStringLower(target[..written]).ShouldBe(prefix);
    }

    internal static byte[] Framed(Framing framing, byte[] message)
    {
        var prefix = new byte[framing.LongestPrefix];
        var length = framing.WritePrefix(message.Length, prefix);
        return [.. prefix[..length], .. message, .. framing.Suffix];
    }

    /// <summary>Something that may be JSON: it begins with a brace and holds no line end.</summary>
    private static byte[] Message(byte[] content) =>
        [(byte)'{', .. content.Where(code => code is not ((byte)'\n' or (byte)'\r')), (byte)'}'];

    private static List<string> Taken(Framing framing, byte[] stream, int piece)
    {
        var taken = new List<string>();
        var (start, looked) = (0, 0);
        for (var arrived = 0; arrived <= stream.Length; arrived += piece)
        {
            var all = arrived + piece > stream.Length ? stream.Length : arrived;
            while (framing.Take(stream.AsSpan(start..all), looked, end: false, Longest, out var frame) is var state)
            {
                looked = frame.Looked;
                if (state != FrameState.Whole) break;
                taken.Add(Encoding.Latin1.GetString(frame.Body));
                start += frame.Taken;
            }
        }

        return taken;
    }
}
