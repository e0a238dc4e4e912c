using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Clients.Frames.Gif;

namespace LoadHarness.Tests.Clients.Frames.Gif;

public sealed class FramePaletteTests
{
    private readonly FramePalette _palette = new();

    [Fact]
    public void Up_to_256_colours_are_exact_and_in_the_order_of_their_appearance() =>
        Prop.ForAll(Gen.Choose(1, 256).ToArbitrary(), Gen.Choose(1, 1000).ToArbitrary(), (colours, count) =>
        {
            var random = new Random(colours * 1000 + count);
            uint[] table = [.. Enumerable.Range(0, colours).Select(_ => 0xFF000000 | (uint)random.Next(1 << 24))];
            uint[] pixels = [.. Enumerable.Range(0, count).Select(_ => table[random.Next(colours)])];
            _palette.Fit(pixels);
            _palette.Colours.ToArray().ShouldBe(pixels.Distinct());
            Shown(pixels.Length).ShouldBe(pixels);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0x7F123456u, 0u)]
    [InlineData(0x00FFFFFFu, 0u)]
    [InlineData(0x80123456u, 0xFF123456u)]
    [InlineData(0xFF000000u, 0xFF000000u)]
    public void A_pixel_is_transparent_or_not(uint pixel, uint shown)
    {
        _palette.Fit([pixel]);
        Shown(1).ShouldBe([shown]);
    }

    [Fact]
    public void More_colours_become_255_that_are_near_and_transparent_pixels_stay_so()
    {
        // 40 × 40 steps of red and green, one pixel of each; three steps off at most.
        uint[] pixels =
        [
            .. Enumerable.Range(0, 1600).Select(i => 0xFF000000 | ((uint)(i % 40) * 6) | ((uint)(i / 40) * 6 << 8)),
            0, 0x10FFFFFF,
        ];
        _palette.Fit(pixels);
        _palette.Count.ShouldBe(256);
        var shown = Shown(pixels.Length);
        shown[^2..].ShouldBe([0u, 0u]);
        for (var i = 0; i < 1600; i++)
        {
            (shown[i] >> 24).ShouldBe(0xFFu);
            Math.Abs((byte)shown[i] - (byte)pixels[i]).ShouldBeLessThanOrEqualTo(18);
            Math.Abs((byte)(shown[i] >> 8) - (byte)(pixels[i] >> 8)).ShouldBeLessThanOrEqualTo(18);
        }
    }

    [Fact]
    public void The_choice_among_many_colours_is_the_same_each_time()
    {
        var random = new Random(7);
        uint[] pixels = [.. Enumerable.Range(0, 3000).Select(_ => 0xFF000000 | (uint)random.Next(1 << 24))];
        _palette.Fit(pixels);
        var (first, count) = (Shown(3000), _palette.Count);
        new FramePalette().Fit(pixels);
        _palette.Fit([0]);
        _palette.Fit(pixels);
        Shown(3000).ShouldBe(first);
        count.ShouldBe(255);
    }

    private uint[] Shown(int count)
    {
        var (colours, indices) = (_palette.Colours.ToArray(), _palette.Indices.ToArray());
        indices.Length.ShouldBe(count);
        return [.. indices.Select(index => colours[index])];
    }
}
