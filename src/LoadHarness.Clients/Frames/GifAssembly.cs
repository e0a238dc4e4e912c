using System.Buffers;
using System.Globalization;
using LoadHarness.Clients.Frames.Gif;
using LoadHarness.Clients.Work;

namespace LoadHarness.Clients.Frames;

/// <summary>
/// Makes one animated GIF from the frames of a folder: cuts the work into parts, has them done, puts the parts
/// together. The file is the same byte for byte whoever does the parts.
/// </summary>
/// <param name="root">The folder that holds <c>frames</c>.</param>
/// <param name="count">Number of frames, at least 1.</param>
/// <param name="delay_cs">How long each is shown, 1/100 s.</param>
public sealed class GifAssembly(string root, int count, int delay_cs)
{
    /// <summary>Frames of a part: enough to make the messages about it cheap, few enough to share evenly.</summary>
    public const int FramesPerPart = 100;

    private static readonly GifPartJob _job = new();

    /// <summary>Makes the GIF.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="doParts">Does the tasks of the job.</param>
    /// <returns>What <paramref name="doParts"/> reported, with the time for putting the parts together added.</returns>
    /// <exception cref="WorkException">A frame is missing or damaged, or a worker process failed.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public WorkReport Make(string path, Func<IJob, IReadOnlyList<byte[]>, WorkReport> doParts)
    {
        var partsFolder = FreshFolder(path + ".parts");
        try
        {
            var parts = Parts(partsFolder.FullName);
            var report = doParts(_job, [.. parts.Select(part => part.ToTask())]);
            var timer = StageTimer.Start();
            PutTogether(path, parts, report.Results);
            return report with { Work_s = report.Work_s + timer.Elapsed_s };
        }
        finally
        {
            partsFolder.Delete(recursive: true);
        }
    }

    /// <summary>Makes a folder; one that an ended run has left goes first.</summary>
    private static DirectoryInfo FreshFolder(string path)
    {
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
        return Directory.CreateDirectory(path);
    }

    private List<GifPart> Parts(string folder)
    {
        var parts = new List<GifPart>();
        for (var first = 0; first < count; first += FramesPerPart)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{parts.Count}");
            parts.Add(new GifPart(
                root, first, Math.Min(FramesPerPart, count - first), delay_cs, Path.Combine(folder, name)));
        }

        return parts;
    }

    private static void PutTogether(string path, List<GifPart> parts, IReadOnlyList<byte[]> results)
    {
        var size = results.Select(PictureSize.FromResult).Aggregate((one, other) => one.Or(other));
        var head = new ArrayBufferWriter<byte>();
        GifFormat.WriteHead(size.Width, size.Height, head);
        File.Delete(path);
        using var gif = new FileStream(path, FileMode.CreateNew); // see ReplacedFile for why it does not empty
        gif.Write(head.WrittenSpan);
        foreach (var part in parts)
        {
            using var frames = File.OpenRead(part.Path);
            frames.CopyTo(gif);
        }

        gif.Write(GifFormat.Trailer);
    }
}
