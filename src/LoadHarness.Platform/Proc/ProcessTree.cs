using System.Globalization;

namespace LoadHarness.Platform.Proc;

/// <summary>Which processes have come from which. Linux only; elsewhere a process stands alone.</summary>
public static class ProcessTree
{
    /// <summary>The process and all its descendants there are now, itself first.</summary>
    public static IReadOnlyList<int> Of(int processId)
    {
        var tree = new List<int> { processId };
        if (!OperatingSystem.IsLinux()) return tree;
        var children = Parents().ToLookup(process => process.Parent, process => process.Id);
        for (var i = 0; i < tree.Count; i++) tree.AddRange(children[tree[i]]);
        return tree;
    }

    private static IEnumerable<(int Id, int Parent)> Parents()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                continue;
            if (ProcessStatText.TryParse(ProcText.Read(Path.Combine(folder, "stat"))) is { } stat)
                yield return (id, stat.Parent);
        }
    }
}
