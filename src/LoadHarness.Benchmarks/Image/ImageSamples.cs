using LoadHarness.Workloads.Image.Png;

namespace LoadHarness.Benchmarks.Image;

/// <summary>The image of all benchmarks: 10×10 pixels, random but always the same.</summary>
internal static class ImageSamples
{
    internal const int Size = 10;

    internal static byte[] File()
    {
        var (png, progress) = (new StoredPng(Size, Size), StoredPngProgress.Start);
        var file = new byte[png.BandRoom];
        new Random(1).NextBytes(png.RowsOf(progress, file));
        return file[..png.Seal(ref progress, file)];
    }
}
