using System.Globalization;

namespace LoadHarness.Clients.Frames;

/// <summary>Where the frames are: <c>frames/0.png</c>, <c>frames/1.png</c> …, as the seed says.</summary>
/// <param name="root">The folder that holds <c>frames</c>.</param>
/// <param name="name">Another name for <c>frames</c>.</param>
public sealed class FrameFolder(string root, string name = "frames")
{
    private readonly string _frames = Path.Combine(root, name);

    /// <summary>Makes the folder where it does not exist.</summary>
    public void Create() => Directory.CreateDirectory(_frames);

    /// <summary>Removes so many frames, and the folder when it holds nothing else.</summary>
    public void Remove(int count)
    {
        if (!Directory.Exists(_frames)) return;
        for (var frame = 0; frame < count; frame++) File.Delete(Frame(frame));
        if (!Directory.EnumerateFileSystemEntries(_frames).Any()) Directory.Delete(_frames);
    }

    /// <summary>The file of a frame.</summary>
    public string Frame(int number) =>
        Path.Combine(_frames, string.Create(CultureInfo.InvariantCulture, $"{number}.png"));
}
