using LoadHarness.Clients.Frames;
using LoadHarness.Tests.Workloads.Image;

namespace LoadHarness.Tests.Clients.Frames;

/// <summary>A folder with downloaded frames, for one test.</summary>
internal sealed class FrameFiles : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("loadharness-test-");

    /// <summary>Makes frames of the given sizes.</summary>
    public FrameFiles(params (int Width, int Height)[] sizes)
    {
        Folder = new FrameFolder(Root);
        Folder.Create();
        for (var i = 0; i < sizes.Length; i++)
        {
            using var service = Images.Service(("width", sizes[i].Width), ("height", sizes[i].Height));
            File.WriteAllBytes(Folder.Frame(i), Images.Download(service));
        }
    }

    public string Root => _root.FullName;

    public string Gif => Path.Combine(Root, "frames.gif");

    public FrameFolder Folder { get; }

    /// <summary>So many frames of 10×10.</summary>
    public static FrameFiles Of(int count) => new([.. Enumerable.Repeat((10, 10), count)]);

    public void Dispose() => _root.Delete(recursive: true);
}
