using System.Diagnostics.CodeAnalysis;
using LoadHarness.Engine.Recording;

namespace LoadHarness.Engine.Threads;

/// <summary>Gathers the closed windows of all threads and merges those that are complete, in order.</summary>
/// <param name="run">The run.</param>
internal sealed class WindowCollector(LoadRun run)
{
    private readonly Queue<WindowRecorder>[] _waiting = [.. run.Threads.Select(_ => new Queue<WindowRecorder>())];
    private readonly WindowMerger _merger = new(run.Plan.OperationTypeCount, run.Plan.Clients);
    private readonly List<WindowSnapshot> _windows = [];
    private readonly List<ClientTotals[]> _clientsByWindow = [];
    private long _allocatedAtFirst_bytes;
    private long _allocatedAtLast_bytes;

    /// <summary>Merged windows in order.</summary>
    public IReadOnlyList<WindowSnapshot> Windows => _windows;

    /// <summary>Client totals of each of them.</summary>
    public IReadOnlyList<ClientTotals[]> ClientsByWindow => _clientsByWindow;

    /// <summary>Allocated on generator threads from the end of the first window to the end of the last.</summary>
    public long SteadyStateAllocated_bytes => _allocatedAtLast_bytes - _allocatedAtFirst_bytes;

    /// <summary>A thread has closed a window.</summary>
    public void Add(WindowRecorder closed) => _waiting[closed.Thread].Enqueue(closed);

    /// <summary>Merges the next window when every thread has closed it.</summary>
    public bool TryMerge([NotNullWhen(true)] out WindowSnapshot? window)
    {
        window = null;
        if (Array.Exists(_waiting, queue => queue.Count == 0)) return false;
        var parts = Array.ConvertAll(_waiting, queue => queue.Dequeue());
        window = _merger.Merge(parts);
        _windows.Add(window);
        _clientsByWindow.Add(_merger.MergeClients(parts));
        _allocatedAtLast_bytes = parts.Sum(part => part.Allocated_bytes);
        if (_windows.Count == 1) _allocatedAtFirst_bytes = _allocatedAtLast_bytes;
        foreach (var part in parts) run.Threads[part.Thread].Return(part);
        return true;
    }
}
