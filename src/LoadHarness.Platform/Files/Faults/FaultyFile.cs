namespace LoadHarness.Platform.Files.Faults;

/// <summary>A file at whose writes and syncs the process may end.</summary>
/// <param name="file">The file itself.</param>
/// <param name="path">Its name.</param>
/// <param name="trigger">When.</param>
internal sealed class FaultyFile(IDurableFile file, string path, FaultTrigger trigger) : IDurableFile
{
    public long Length => file.Length;

    public int ReadAt(long position, Span<byte> buffer) => file.ReadAt(position, buffer);

    public void WriteAt(long position, ReadOnlySpan<byte> bytes)
    {
        var moment = trigger.Reached(FaultOperation.Write, path);
        if (moment == FaultMoment.Before) trigger.End();
        if (moment == FaultMoment.Inside)
        {
            file.WriteAt(position, bytes[..(bytes.Length / 2)]);
            trigger.End();
        }

        file.WriteAt(position, bytes);
        if (moment == FaultMoment.After) trigger.End();
    }

    public void SetLength(long length) => file.SetLength(length);

    public void Sync() => trigger.Around(FaultOperation.Sync, path, file.Sync);

    public void Dispose() => file.Dispose();
}
