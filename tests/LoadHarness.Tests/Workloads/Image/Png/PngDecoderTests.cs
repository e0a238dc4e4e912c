using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Workloads.Image.Png;
using static LoadHarness.Tests.Workloads.Image.Png.PngFiles;

namespace LoadHarness.Tests.Workloads.Image.Png;

public sealed class PngDecoderTests
{
    public static TheoryData<int> ColourTypes => [0, 2, 4, 6];

    [Theory]
    [MemberData(nameof(ColourTypes))]
    public void Every_filter_is_undone(int colourType)
    {
        var channels = new PngHeader(1, 1, 8, (PngColourType)colourType).Channels;
        var sizes = Gen.Choose(1, 20).ToArbitrary();
        var filters = Gen.NonEmptyListOf(Gen.Choose(0, 4)).Select(list => list.ToArray()).ToArbitrary();
        Prop.ForAll(sizes, sizes, filters, (width, height, filter) =>
        {
            var rows = Rows(width * channels, height, seed: width + 100 * height);
            var header = new PngHeader(width, height, 8, (PngColourType)colourType);
            var image = new PngDecoder().Decode(Of(header, Filtered(rows, filter, channels)));
            image.Pixels.ShouldBe(rows.SelectMany(row => row.Chunk(channels)).Select(Pixel));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(1, 0b1010_0000, new uint[] { 0xFFFFFFFF, 0xFF000000, 0xFFFFFFFF })]
    [InlineData(2, 0b0001_1011, new uint[] { 0xFF000000, 0xFF555555, 0xFFAAAAAA })]
    public void Samples_of_few_bits_fill_the_whole_range(int depth, int row, uint[] pixels) =>
        new PngDecoder().Decode(Of(new PngHeader(3, 1, depth, PngColourType.Grey), [0, (byte)row]))
            .Pixels.ShouldBe(pixels);

    [Fact]
    public void Samples_of_16_bits_are_rounded_to_8() =>
        new PngDecoder().Decode(Of(new PngHeader(2, 1, 16, PngColourType.Grey), [0, 0x80, 0x80, 0xFF, 0xFF]))
            .Pixels.ShouldBe([0xFF808080, 0xFFFFFFFF]);

    [Fact]
    public void A_palette_with_transparent_entries_is_looked_up()
    {
        var file = Of(
            new PngHeader(3, 1, 4, PngColourType.Palette),
            [0, 0x01, 0x20],
            ("PLTE", [1, 2, 3, 4, 5, 6, 7, 8, 9]),
            ("tRNS", [255, 7]));
        new PngDecoder().Decode(file).Pixels.ShouldBe([0xFF030201, 0x07060504, 0xFF090807]);
    }

    [Fact]
    public void The_colour_that_tRNS_names_is_transparent()
    {
        var file = Of(
            new PngHeader(2, 1, 8, PngColourType.Rgb), [0, 1, 2, 3, 1, 2, 4], ("tRNS", [0, 1, 0, 2, 0, 3]));
        new PngDecoder().Decode(file).Pixels.ShouldBe([0x00030201, 0xFF040201]);
    }

    [Fact]
    public void The_seven_passes_of_an_interlaced_image_come_to_their_places()
    {
        // The pass of each of 8 × 8 pixels, as the specification draws it.
        string[] drawn =
            ["16462646", "77777777", "56565656", "77777777", "36463646", "77777777", "56565656", "77777777"];
        var rows = new List<byte>();
        for (var pass = '1'; pass <= '7'; pass++)
        {
            foreach (var row in drawn)
            {
                var mine = row.Select((drawnPass, x) => (drawnPass, x)).Where(pixel => pixel.drawnPass == pass)
                    .Select(pixel => (byte)((pass - '0') * 10 + pixel.x)).ToList();
                if (mine.Count > 0) rows.AddRange([0, .. mine]);
            }
        }

        var header = new PngHeader(8, 8, 8, PngColourType.Grey, IsInterlaced: true);
        var image = new PngDecoder().Decode(Of(header, [.. rows]));
        for (var i = 0; i < 64; i++)
            ((byte)image.Pixels[i]).ShouldBe((byte)((drawn[i / 8][i % 8] - '0') * 10 + i % 8));
    }

    [Fact]
    public void Small_interlaced_images_leave_passes_out()
    {
        var header = new PngHeader(1, 2, 8, PngColourType.Grey, IsInterlaced: true);
        new PngDecoder().Decode(Of(header, [0, 50, 0, 60])).Pixels.ShouldBe([0xFF323232, 0xFF3C3C3C]);
    }

    [Theory]
    [InlineData(new byte[] { 5, 1 }, "unknown filter")]
    [InlineData(new byte[] { 0 }, "cannot be unpacked")]
    [InlineData(new byte[] { 0, 1, 2 }, "cannot be unpacked")]
    public void Rows_that_are_not_right_are_named(byte[] rows, string problem) =>
        Should.Throw<InvalidDataException>(
            () => new PngDecoder().Decode(Of(new PngHeader(1, 1, 8, PngColourType.Grey), rows)))
            .Message.ShouldContain(problem);

    [Fact]
    public void An_index_beyond_the_palette_is_named() =>
        Should.Throw<InvalidDataException>(
            () => new PngDecoder().Decode(
                Of(new PngHeader(1, 1, 8, PngColourType.Palette), [0, 1], ("PLTE", [1, 2, 3]))))
            .Message.ShouldContain("palette");

    [Fact]
    public void An_image_that_would_fill_the_memory_is_refused_before_it_does() =>
        Should.Throw<InvalidDataException>(
            () => new PngDecoder().Decode(Of(new PngHeader(int.MaxValue, int.MaxValue, 16, PngColourType.Rgba), [0])))
            .Message.ShouldContain("too large");

    private static byte[][] Rows(int length, int count, int seed)
    {
        var random = new Random(seed);
        var rows = new byte[count][];
        for (var y = 0; y < count; y++) random.NextBytes(rows[y] = new byte[length]);
        return rows;
    }

    private static uint Pixel(byte[] samples)
    {
        var (red, green, blue) = samples.Length < 3
            ? (samples[0], samples[0], samples[0])
            : (samples[0], samples[1], samples[2]);
        var alpha = samples.Length is 2 or 4 ? samples[^1] : (byte)255;
        return red | ((uint)green << 8) | ((uint)blue << 16) | ((uint)alpha << 24);
    }
}
