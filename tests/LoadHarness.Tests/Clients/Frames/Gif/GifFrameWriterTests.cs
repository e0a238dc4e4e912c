using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Clients.Frames.Gif;
using LoadHarness.Workloads.Image.Png;

namespace LoadHarness.Tests.Clients.Frames.Gif;

public sealed class GifFrameWriterTests
{
    [Fact]
    public void Frames_of_few_colours_are_exact_whatever_their_size() =>
        Prop.ForAll(Gen.Choose(1, 40).ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(), Gen.Choose(1, 256).ToArbitrary(),
            (width, height, colours) =>
            {
                var image = Image(width, height, colours);
                var frame = GifReading.Frames(Written(image)).ShouldHaveSingleItem();
                (frame.Width, frame.Height, frame.Delay_cs, frame.Disposal).ShouldBe((width, height, 50, 2));
                frame.Pixels.ShouldBe(image.Pixels);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Frames_follow_each_other_and_do_not_depend_on_each_other()
    {
        PngImage[] images = [Image(10, 10, 100), Image(1, 1, 1), Image(10, 10, 2), Image(64, 64, 256)];
        var together = Written(images);
        together.ShouldBe(images.SelectMany(image => Written(image)));
        GifReading.Frames(together).Select(frame => frame.Pixels).ShouldBe(images.Select(image => image.Pixels));
    }

    [Fact]
    public void Transparent_pixels_stay_transparent() =>
        GifReading.Frames(Written(new PngImage(3, 1, [0xFF010203, 0x00010203, 0xFF000000])))
            .ShouldHaveSingleItem().Pixels.ShouldBe([0xFF010203, 0u, 0xFF000000]);

    [Fact]
    public void An_image_larger_than_a_GIF_can_be_is_refused() =>
        Should.Throw<InvalidDataException>(() => Written(new PngImage(65536, 1, new uint[65536])));

    private static PngImage Image(int width, int height, int colours)
    {
        var random = new Random(width * 10_000 + height * 100 + colours);
        uint[] table = [.. Enumerable.Range(0, colours).Select(_ => 0xFF000000 | (uint)random.Next(1 << 24))];
        uint[] pixels = [.. Enumerable.Range(0, width * height).Select(_ => table[random.Next(colours)])];
        return new PngImage(width, height, pixels);
    }

    private static byte[] Written(params PngImage[] images)
    {
        var (output, writer) = (new ArrayBufferWriter<byte>(), new GifFrameWriter(delay_cs: 50));
        foreach (var image in images) writer.Write(image, output);
        return output.WrittenSpan.ToArray();
    }
}
