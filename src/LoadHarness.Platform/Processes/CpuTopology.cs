using System.Globalization;

namespace LoadHarness.Platform.Processes;

/// <summary>The CPUs this process may use, grouped by core: CPUs of one group share a core (SMT siblings).</summary>
/// <param name="Cores">Groups in ascending order of their first CPU; none is empty.</param>
public sealed record CpuTopology(IReadOnlyList<CpuSet> Cores)
{
    private const string StatusFile = "/proc/self/status";
    private const string AllowedLine = "Cpus_allowed_list:";

    /// <summary>All CPUs.</summary>
    public CpuSet Cpus => new(Cores.SelectMany(core => core.Cpus));

    /// <summary>Reads it from the system; where that is not possible every CPU is taken as a core of its own.</summary>
    public static CpuTopology Read()
    {
        var allowed = ReadAllowed() ?? new CpuSet(Enumerable.Range(0, Environment.ProcessorCount));
        return Group(allowed, ReadSiblings);
    }

    /// <summary>Groups CPUs by core.</summary>
    /// <param name="allowed">CPUs that may be used.</param>
    /// <param name="siblings">The CPUs that share a core with this one; null when unknown.</param>
    public static CpuTopology Group(CpuSet allowed, Func<int, CpuSet?> siblings)
    {
        var cores = new List<CpuSet>();
        var left = new SortedSet<int>(allowed.Cpus);
        while (left.Count > 0)
        {
            var core = siblings(left.Min)?.Cpus.Where(left.Contains).ToList() ?? [];
            if (!core.Contains(left.Min)) core = [left.Min];
            cores.Add(new CpuSet(core));
            left.ExceptWith(core);
        }

        return new CpuTopology(cores);
    }

    private static CpuSet? ReadAllowed()
    {
        if (!File.Exists(StatusFile)) return null;
        var line =
            File.ReadLines(StatusFile).FirstOrDefault(text => text.StartsWith(AllowedLine, StringComparison.Ordinal));
        return line is null ? null : CpuSet.TryParse(line[AllowedLine.Length..]);
    }

    private static CpuSet? ReadSiblings(int cpu)
    {
        var path = string
            .Create(CultureInfo.InvariantCulture, $"/sys/devices/system/cpu/cpu{cpu}/topology/thread_siblings_list");
        return File.Exists(path) ? CpuSet.TryParse(File.ReadAllText(path)) : null;
    }
}
