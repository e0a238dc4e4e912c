using System.Text;

namespace LoadHarness.Clients.Frames;

/// <summary>A task of <see cref="GifPartJob"/>: some frames in a row, to be written into a file of their own.</summary>
/// <param name="Root">The folder that holds <c>frames</c>.</param>
/// <param name="First">The first frame.</param>
/// <param name="Count">Number of frames, at least 1.</param>
/// <param name="Delay_cs">How long each is shown, 1/100 s.</param>
/// <param name="Path">The file to write.</param>
internal sealed record GifPart(string Root, int First, int Count, int Delay_cs, string Path)
{
    /// <summary>Makes a task of it.</summary>
    internal byte[] ToTask()
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8))
        {
            writer.Write(Root);
            writer.Write(First);
            writer.Write(Count);
            writer.Write(Delay_cs);
            writer.Write(Path);
        }

        return bytes.ToArray();
    }

    /// <summary>Reads a task.</summary>
    internal static GifPart FromTask(byte[] task)
    {
        using var reader = new BinaryReader(new MemoryStream(task), Encoding.UTF8);
        return new GifPart(
            reader.ReadString(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadString());
    }
}
