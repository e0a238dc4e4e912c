using LoadHarness.Clients.Work;

namespace LoadHarness.Clients.Frames;

/// <summary>
/// The client of seed 001: downloads frames, makes one animated GIF of them, prints how long each took.
/// </summary>
/// <param name="download">Where the frames come from.</param>
/// <param name="root">The folder where they go, into <c>frames</c>.</param>
/// <param name="count">Number of frames, at least 1.</param>
/// <param name="assembly">What makes the GIF of them.</param>
/// <param name="gif">The GIF's file.</param>
/// <param name="output">Where the lines go.</param>
public sealed class FramesClient(
    FrameDownload download, string root, int count, GifAssembly assembly, string gif, TextWriter output)
{
    private readonly FrameFolder _folder = new(root);

    /// <summary>One frame after the other, in one thread.</summary>
    /// <returns>How the GIF was made.</returns>
    /// <exception cref="ServerException">A frame did not arrive.</exception>
    /// <exception cref="WorkException">A frame is missing or damaged, or a worker process failed.</exception>
    /// <exception cref="IOException">A file or folder cannot be written.</exception>
    public WorkReport RunSequentially() => Run(threads: 1, WorkRunner.InTurn);

    /// <summary>Downloads with several threads, makes the GIF in worker processes where that gains time.</summary>
    /// <param name="threads">Frames in flight at once, at least 1.</param>
    /// <param name="runner">Does the parts of the GIF.</param>
    /// <inheritdoc cref="RunSequentially"/>
    public WorkReport RunOptimised(int threads, WorkRunner runner) =>
        Run(threads, (job, tasks) => runner.AtOnce(job, tasks));

    /// <summary>
    /// Does both stages in both ways and prints the comparison. Both GIFs are made of the frames downloaded last, and
    /// have to be equal.
    /// </summary>
    /// <param name="threads">Frames in flight at once in the optimised way, at least 1.</param>
    /// <param name="runner">Does the parts of the GIF in the optimised way.</param>
    /// <inheritdoc cref="RunSequentially"/>
    public void Compare(int threads, WorkRunner runner)
    {
        // Both ways make new files in new folders: to write over old ones or to reuse removed ones takes another time.
        var sequentialFolder = new FrameFolder(root, "frames.sequential");
        sequentialFolder.Remove(count);
        _folder.Remove(count);
        var sequentialDownload_s = download.Run(sequentialFolder, count, threads: 1);
        var download_s = download.Run(_folder, count, threads);
        sequentialFolder.Remove(count);

        var sequential = assembly.Make(gif, WorkRunner.InTurn);
        var expected = GifHash.Of(gif);
        File.Delete(gif);
        var optimised = assembly.Make(gif, (job, tasks) => runner.AtOnce(job, tasks, sequential.Work_s));
        var actual = GifHash.Of(gif);

        var manner = FormattableString.Invariant($"threads: {threads}");
        ComparisonText.Write(output,
        [
            new StageComparison("download", sequentialDownload_s, download_s, 0, manner),
            StageComparison.Of("GIF", sequential, optimised),
        ]);
        ComparisonText.WriteOutputs(output, expected, actual);
    }

    private WorkReport Run(int threads, Func<IJob, IReadOnlyList<byte[]>, WorkReport> doParts)
    {
        output.WriteLine($"Frames download time: {StageTimer.Text(download.Run(_folder, count, threads))}");
        var report = assembly.Make(gif, doParts);
        output.WriteLine($"GIF creation time: {StageTimer.Text(report.Total_s)}");
        return report;
    }
}
