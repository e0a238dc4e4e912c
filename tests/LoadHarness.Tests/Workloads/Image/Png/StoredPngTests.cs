using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Workloads.Image.Png;

namespace LoadHarness.Tests.Workloads.Image.Png;

public sealed class StoredPngTests
{
    [Fact]
    public void What_is_written_is_decoded_again_pixel_for_pixel() =>
        Prop.ForAll(Gen.Choose(1, 200).ToArbitrary(), Gen.Choose(1, 200).ToArbitrary(), (width, height) =>
        {
            var image = new PngDecoder().Decode(Written(width, height, seed: width * 1000 + height, out var rows));
            (image.Width, image.Height).ShouldBe((width, height));
            image.Pixels.Length.ShouldBe(width * height);
            for (var i = 0; i < image.Pixels.Length; i++)
            {
                var at = i / width * (1 + 3 * width) + 1 + i % width * 3;
                image.Pixels[i].ShouldBe(
                    0xFF000000 | rows[at] | ((uint)rows[at + 1] << 8) | ((uint)rows[at + 2] << 16));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_image_of_10_by_10_has_the_378_bytes_that_zlib_makes_of_it_too()
    {
        var written = Written(10, 10, seed: 5, out var rows);
        written.Length.ShouldBe(378);
        var header = new PngHeader(10, 10, 8, PngColourType.Rgb);
        for (var row = 0; row < 10; row++) rows[row * 31] = 0;
        PngFiles.Of(header, rows).Length.ShouldBe(378);
    }

    [Fact]
    public void A_large_image_comes_in_bands_that_fit_into_their_room()
    {
        var png = new StoredPng(1024, 100);
        var progress = StoredPngProgress.Start;
        var lengths = new List<int>();
        while (!png.IsComplete(progress)) lengths.Add(png.Seal(ref progress, new byte[png.BandRoom]));
        lengths.Count.ShouldBe(5);
        lengths.ShouldAllBe(length => length <= png.BandRoom && length < 66_000);
    }

    private static byte[] Written(int width, int height, int seed, out byte[] rows)
    {
        var random = new Random(seed);
        var png = new StoredPng(width, height);
        var progress = StoredPngProgress.Start;
        var (file, given) = (new List<byte>(), new List<byte>());
        while (!png.IsComplete(progress))
        {
            var band = new byte[png.BandRoom];
            var part = png.RowsOf(progress, band);
            random.NextBytes(part);
            given.AddRange(part);
            file.AddRange(band.AsSpan(0, png.Seal(ref progress, band)));
        }

        rows = [.. given];
        return [.. file];
    }
}
