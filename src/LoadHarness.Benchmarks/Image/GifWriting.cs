using System.Buffers;
using BenchmarkDotNet.Attributes;
using LoadHarness.Clients.Frames.Gif;
using LoadHarness.Workloads.Image.Png;

namespace LoadHarness.Benchmarks.Image;

/// <summary>
/// Time for one frame of a GIF, for decoding its PNG before, and for the LZW of its 100 indices alone.
/// </summary>
[MemoryDiagnoser]
public class GifWriting
{
    private readonly byte[] _file = ImageSamples.File();
    private readonly PngDecoder _decoder = new();
    private readonly PngImage _image = new PngDecoder().Decode(ImageSamples.File());
    private readonly GifFrameWriter _frames = new(delay_cs: 50);
    private readonly LzwEncoder _lzw = new();
    private readonly byte[] _indices = [.. Enumerable.Range(0, 100).Select(i => (byte)i)];
    private readonly ArrayBufferWriter<byte> _output = new(4096);

    [Benchmark(Baseline = true)]
    public void Frame()
    {
        _output.ResetWrittenCount();
        _frames.Write(_image, _output);
    }

    [Benchmark]
    public PngImage Decode() => _decoder.Decode(_file);

    [Benchmark]
    public void Lzw()
    {
        _output.ResetWrittenCount();
        _lzw.Encode(_indices, indexWidth: 7, _output);
    }
}
