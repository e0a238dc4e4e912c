using System.Buffers;
using LoadHarness.Clients.Frames.Gif;
using LoadHarness.Clients.Work;
using LoadHarness.Workloads.Image.Png;

namespace LoadHarness.Clients.Frames;

/// <summary>The job of turning some PNGs into frames of a GIF, which stand one after the other in a file.</summary>
public sealed class GifPartJob : IJob
{
    private const int WriteSize = 1 << 20;

    /// <inheritdoc/>
    public string Name => "gif-part";

    /// <inheritdoc/>
    public byte[] Do(byte[] task)
    {
        var part = GifPart.FromTask(task);
        var (decoder, frames) = (new PngDecoder(), new GifFrameWriter(part.Delay_cs));
        var (folder, size, pending) = (new FrameFolder(part.Root), default(PictureSize), new ArrayBufferWriter<byte>());
        using var file = new FileStream(part.Path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        for (var i = part.First; i < part.First + part.Count; i++)
        {
            var image = Decode(decoder, folder.Frame(i));
            size = size.Or(new PictureSize(image.Width, image.Height));
            frames.Write(image, pending);
            if (pending.WrittenCount >= WriteSize) Write(pending, file);
        }

        Write(pending, file);
        return size.ToResult();
    }

    private static PngImage Decode(PngDecoder decoder, string path)
    {
        try
        {
            return decoder.Decode(File.ReadAllBytes(path));
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    private static void Write(ArrayBufferWriter<byte> pending, FileStream file)
    {
        file.Write(pending.WrittenSpan);
        pending.ResetWrittenCount();
    }
}
