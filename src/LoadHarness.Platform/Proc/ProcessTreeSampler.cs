namespace LoadHarness.Platform.Proc;

/// <summary>
/// Samples a process together with all that came from it, as one: a server may be several processes. What a process
/// has used until it ended stays counted. Memory that processes share is counted once for each.
/// </summary>
public sealed class ProcessTreeSampler
{
    private readonly int _root;
    private readonly Dictionary<int, ProcessSampler> _samplers = [];
    private readonly Dictionary<int, ProcessSample> _last = [];
    private readonly Dictionary<int, long> _cpu_ns = [];

    /// <summary>Samples the processes there are; later ones join with the next <see cref="Sample"/>.</summary>
    public ProcessTreeSampler(int root)
    {
        _root = root;
        Look();
    }

    /// <summary>CPU time only, of the processes known: cheap enough for every window.</summary>
    /// <returns>ns; −1 when unknown.</returns>
    public long Cpu_ns()
    {
        var total_ns = -1L;
        foreach (var (id, sampler) in _samplers)
        {
            if (sampler.Cpu_ns() is >= 0 and var cpu_ns) _cpu_ns[id] = cpu_ns;
            if (_cpu_ns.TryGetValue(id, out var known_ns)) total_ns = Math.Max(total_ns, 0) + known_ns;
        }

        return total_ns;
    }

    /// <summary>Everything. Looks for new processes first.</summary>
    public ProcessSample Sample()
    {
        Look();
        ProcessSample? sum = null;
        foreach (var (id, sampler) in _samplers)
        {
            var now = sampler.Sample();
            if (now.Cpu_ns >= 0) _last[id] = now;
            else if (_last.TryGetValue(id, out var last)) now = last.AtItsEnd(now.Time_ns);
            sum = sum is null ? now : sum.Plus(now);
        }

        return sum!;
    }

    private void Look()
    {
        foreach (var id in ProcessTree.Of(_root)) _samplers.TryAdd(id, new ProcessSampler(id));
    }
}
