using System.Collections.Concurrent;
using System.Text;
using LoadHarness.Clients.Work;

namespace LoadHarness.Clients.Lists;

/// <summary>The job of sorting list files: a task names the file to read and the file to write.</summary>
public sealed class SortListJob : IJob
{
    private const char Between = '\0'; // the one character that no file name can have

    private readonly ConcurrentBag<ListSorter> _idle = [];

    /// <inheritdoc/>
    public string Name => "sort-list";

    /// <summary>Makes a task.</summary>
    /// <param name="from">The list to sort.</param>
    /// <param name="to">Where the sorted one goes.</param>
    public static byte[] Task(string from, string to) => Encoding.UTF8.GetBytes(from + Between + to);

    /// <inheritdoc/>
    public byte[] Do(byte[] task)
    {
        var paths = Encoding.UTF8.GetString(task).Split(Between);
        if (!_idle.TryTake(out var sorter)) sorter = new ListSorter();
        sorter.Sort(paths[0], paths[1]);
        _idle.Add(sorter);
        return [];
    }
}
