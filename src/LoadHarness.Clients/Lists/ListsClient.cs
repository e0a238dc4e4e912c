using LoadHarness.Clients.Work;

namespace LoadHarness.Clients.Lists;

/// <summary>
/// The seed's client of the number-list server: downloads lists, sorts them, prints the time of both.
/// </summary>
/// <param name="download">Fetches the lists.</param>
/// <param name="folders">Where the files are.</param>
/// <param name="count">How many lists.</param>
/// <param name="output">Where the times go.</param>
public sealed class ListsClient(ListDownload download, ListFolders folders, int count, TextWriter output)
{
    /// <summary>One list after the other, in one thread.</summary>
    /// <exception cref="ServerException">A list did not arrive.</exception>
    /// <exception cref="WorkException">A list could not be sorted.</exception>
    /// <exception cref="IOException">A file or folder cannot be written.</exception>
    public void RunSequentially()
    {
        folders.Create();
        Print(download.Run(count, threads: 1), () => WorkRunner.InTurn(new SortListJob(), folders.SortingTasks(count)));
    }

    /// <summary>Downloads with threads, sorts with worker processes where that gains time.</summary>
    /// <param name="threads">Lists in flight at once, at least 1.</param>
    /// <param name="runner">Does the sorting.</param>
    /// <returns>How the sorting was done.</returns>
    /// <inheritdoc cref="RunSequentially"/>
    public WorkReport RunOptimised(int threads, WorkRunner runner)
    {
        folders.Create();
        return Print(
            download.Run(count, threads), () => runner.AtOnce(new SortListJob(), folders.SortingTasks(count)));
    }

    /// <summary>Does both stages in both ways and prints the comparison.</summary>
    /// <param name="threads">Lists in flight at once, at least 1.</param>
    /// <param name="runner">Does the optimised sorting.</param>
    /// <inheritdoc cref="RunSequentially"/>
    public void Compare(int threads, WorkRunner runner)
    {
        folders.Create();
        folders.RemoveUnsorted(count);
        var sequentialDownload_s = download.Run(count, threads: 1);
        folders.RemoveUnsorted(count);
        var download_s = download.Run(count, threads);

        var tasks = folders.SortingTasks(count);
        folders.RemoveSorted(count);
        var sequential = WorkRunner.InTurn(new SortListJob(), tasks);
        var expected = folders.SortedHash(count);
        folders.RemoveSorted(count);
        var optimised = runner.AtOnce(new SortListJob(), tasks, sequential.Work_s);
        var actual = folders.SortedHash(count);

        var manner = FormattableString.Invariant($"threads: {threads}");
        ComparisonText.Write(output,
        [
            new StageComparison("download", sequentialDownload_s, download_s, 0, manner),
            StageComparison.Of("sorting", sequential, optimised),
        ]);
        ComparisonText.WriteOutputs(output, expected, actual);
    }

    private WorkReport Print(double download_s, Func<WorkReport> sort)
    {
        output.WriteLine($"Files download time: {StageTimer.Text(download_s)}");
        var sorted = sort();
        output.WriteLine($"Sorting time: {StageTimer.Text(sorted.Total_s)}");
        return sorted;
    }
}
