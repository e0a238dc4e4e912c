using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Workloads.HashTable.Framings;

namespace LoadHarness.Tests.Workloads.HashTable.Framings;

public class FramingDetectorTests
{
    private static readonly byte[] _size = "{\"method\":\"size\"}"u8.ToArray();

    public static TheoryData<string> Names { get; } = [.. FramingNames.All.Select(framing => framing.Name)];

    [Theory]
    [InlineData("newline", "{\"method\":\"size\"}\n")]
    [InlineData("newline", " {\"method\":\"size\"}\n")]
    [InlineData("newline", "hello\n")]
    [InlineData("newline", "12 is no request\n")]
    [InlineData("newline", "[1]\n")]
    [InlineData("decimal", "17{\"method\":\"size\"}")]
    [InlineData("decimal-comma", "17,{\"method\":\"size\"}")]
    [InlineData("decimal-comma", "2,{}")]
    [InlineData("decimal-10", "0000000017{\"method\":\"size\"}")]
    [InlineData("decimal-16", "              17{\"method\":\"size\"}")]
    [InlineData("be32", "\0\0\0\u0011{\"method\":\"size\"}")]
    [InlineData("be64", "\0\0\0\0\0\0\0\u0011{\"method\":\"size\"}")]
    [InlineData("le64", "\u0011\0\0\0\0\0\0\0{\"method\":\"size\"}")]
    public void The_first_bytes_tell_the_framing(string expected, string first) =>
        FramingDetector.Detect(Encoding.Latin1.GetBytes(first), FramingNames.Newline, end: false)!.Name
            .ShouldBe(expected);

    [Theory]
    [MemberData(nameof(Names))]
    public void However_few_bytes_arrive_at_a_time_the_framing_is_found(string name)
    {
        var framing = FramingNames.Find(name)!;
        foreach (var own in FramingNames.All)
        {
            foreach (var padding in Enumerable.Range(0, 700))
            {
                var first = FramingTests.Framed(framing, [.. _size, .. new byte[padding]]);
                var length = 1;
                Framing? found = null;
                while (length <= first.Length && found is null)
                    found = FramingDetector.Detect(first.AsSpan(0, length++), own, end: false);
                found.ShouldBe(framing, $"{own.Name}, {padding}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_fits_nowhere_is_left_to_the_servers_own_framing(string name)
    {
        var own = FramingNames.Find(name)!;
        FramingDetector.Detect("hello world"u8, own, end: false).ShouldBe(own);
        FramingDetector.Detect("x"u8, own, end: true).ShouldBe(own);
    }

    [Fact]
    public void Any_bytes_have_a_framing_in_the_end() =>
        Prop.ForAll<byte[]>(first => first.Length == 0
            || FramingNames.All.All(own => FramingDetector.Detect(first, own, end: true) is not null))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Thirty_bytes_always_tell() =>
        Prop.ForAll<byte[]>(some =>
        {
            byte[] first = [.. some, .. new byte[30]];
            byte[] text = [.. some.Select(code => (byte)(' ' + (code % 95))), .. Enumerable.Repeat((byte)'7', 30)];
            return FramingNames.All.All(own => FramingDetector.Detect(first, own, end: false) is not null
                && FramingDetector.Detect(text, own, end: false) is not null);
        }).QuickCheckThrowOnFailure();
}
