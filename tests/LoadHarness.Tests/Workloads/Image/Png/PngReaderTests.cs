using LoadHarness.Workloads.Image.Png;
using static LoadHarness.Tests.Workloads.Image.Png.PngFiles;

namespace LoadHarness.Tests.Workloads.Image.Png;

public sealed class PngReaderTests
{
    private static readonly byte[] _header = Chunk("IHDR", HeaderContent(new PngHeader(1, 1, 8, PngColourType.Grey)));
    private static readonly byte[] _data = Chunk("IDAT", Packed([0, 1]));
    private static readonly byte[] _text = Chunk("tEXt", [65, 0, 66]);
    private static readonly byte[] _end = Chunk("IEND", []);

    [Fact]
    public void Chunks_in_their_order_are_a_PNG_however_they_arrive()
    {
        byte[] file = [.. Signature, .. _header, .. _text, .. _data, .. _data, .. _text, .. _end];
        var reader = new PngReader(1000);
        var (from, chunks) = (0, 0);
        for (var to = 0; to <= file.Length; to++)
        {
            ReadOnlySpan<byte> input = file.AsSpan(from..to);
            while (reader.TryNext(ref input, out _)) chunks++;
            from = to - input.Length;
        }

        reader.Problem.ShouldBeNull();
        reader.IsComplete.ShouldBeTrue();
        chunks.ShouldBe(6);
    }

    [Fact]
    public void What_is_out_of_order_is_named()
    {
        ProblemOf(_header, _end).ShouldBe("there is no IDAT chunk");
        ProblemOf(_data).ShouldBe("IHDR is not the first chunk");
        ProblemOf(_header, _header).ShouldBe("IHDR is not the first chunk");
        ProblemOf(_header, _data, _text, _data).ShouldBe("IDAT chunks do not follow each other");
        ProblemOf(_header, _data, _end, _text).ShouldBe("something follows the last chunk");
        ProblemOf(_header, _data, Chunk("IEND", [1])).ShouldBe("IEND is not empty");
        ProblemOf(_header, Chunk("NEWs", [])).ShouldBe("a critical chunk is unknown");
        ProblemOf(_header, Chunk("newS", []), _data, _end).ShouldBeNull();
        ProblemOf(_header, Chunk("tEXt", new byte[1001])).ShouldBe("a chunk is too long");
    }

    [Theory]
    [InlineData(0, 1, 8, 2)]
    [InlineData(1, -1, 8, 2)]
    [InlineData(1, 1, 3, 0)]
    [InlineData(1, 1, 16, 3)]
    [InlineData(1, 1, 4, 2)]
    [InlineData(1, 1, 8, 1)]
    [InlineData(1, 1, 8, 7)]
    public void A_header_that_the_specification_does_not_allow_is_refused(int width, int height, int depth, int type) =>
        ProblemOf(Chunk("IHDR", HeaderContent(new PngHeader(width, height, depth, (PngColourType)type))))
            .ShouldBe("IHDR says what is not allowed");

    [Fact]
    public void Something_else_is_known_by_its_first_byte()
    {
        var reader = new PngReader(1000);
        ReadOnlySpan<byte> input = "G"u8;
        reader.TryNext(ref input, out _).ShouldBeFalse();
        reader.Problem.ShouldBe("it is not a PNG");
    }

    private static string? ProblemOf(params byte[][] chunks)
    {
        var reader = new PngReader(1000);
        ReadOnlySpan<byte> input = [.. Signature, .. chunks.SelectMany(chunk => chunk)];
        while (reader.TryNext(ref input, out _))
        {
        }

        return reader.Problem;
    }
}
