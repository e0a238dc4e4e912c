using System.IO.Compression;
using BenchmarkDotNet.Attributes;
using LoadHarness.Workloads.Image.Png;

namespace LoadHarness.Benchmarks.Image;

/// <summary>Time for one random 10×10 image as PNG, and for what zlib would make of its rows alone.</summary>
[MemoryDiagnoser]
public class PngWriting : IDisposable
{
    private const int Size = 10;
    private const int RowsLength = Size * (1 + 3 * Size);

    private readonly StoredPng _png = new(Size, Size);
    private readonly byte[] _file = new byte[1024];
    private readonly byte[] _rows = new byte[RowsLength];
    private readonly MemoryStream _packed = new(1024);

    /// <inheritdoc/>
    [GlobalCleanup]
    public void Dispose()
    {
        _packed.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public int DrawAndStore()
    {
        var progress = StoredPngProgress.Start;
        Random.Shared.NextBytes(_png.RowsOf(progress, _file));
        return _png.Seal(ref progress, _file);
    }

    [Benchmark]
    public void DrawAlone() => Random.Shared.NextBytes(_rows);

    [Benchmark]
    public long DrawAndDeflateFastest() => Deflate(CompressionLevel.Fastest);

    [Benchmark]
    public long DrawAndDeflateNoCompression() => Deflate(CompressionLevel.NoCompression);

    private long Deflate(CompressionLevel level)
    {
        Random.Shared.NextBytes(_rows);
        _packed.SetLength(0);
        using (var zlib = new ZLibStream(_packed, level, leaveOpen: true)) zlib.Write(_rows);
        return _packed.Length;
    }
}
