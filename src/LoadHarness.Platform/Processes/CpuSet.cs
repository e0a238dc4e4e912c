using System.Globalization;
using System.Runtime.InteropServices;

namespace LoadHarness.Platform.Processes;

/// <summary>A set of CPUs, numbered as the kernel does, written as the kernel writes it: <c>0-3,8</c>.</summary>
public sealed partial class CpuSet : IEquatable<CpuSet>
{
    private const int MaskWords = 16;
    private readonly int[] _cpus;

    /// <summary>Makes a set; doubles and order do not matter.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or above
    /// <see cref="ThreadAffinity.HighestCpu"/>.</exception>
    public CpuSet(IEnumerable<int> cpus)
    {
        _cpus = [.. cpus.Distinct().Order()];
        foreach (var cpu in _cpus)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(cpu, nameof(cpus));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(cpu, ThreadAffinity.HighestCpu, nameof(cpus));
        }
    }

    /// <summary>The CPUs in ascending order.</summary>
    public IReadOnlyList<int> Cpus => _cpus;

    /// <summary>Reads the kernel's list format.</summary>
    /// <param name="text">E.g. <c>0-3,8</c>; white space around it is allowed.</param>
    /// <returns>Null when the text is no such list.</returns>
    public static CpuSet? TryParse(string text)
    {
        var cpus = new List<int>();
        foreach (var part in text.Trim().Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-');
            if (ends.Length > 2 || !Number(ends[0], out var first) || !Number(ends[^1], out var last)
                || last < first) return null;
            cpus.AddRange(Enumerable.Range(first, last - first + 1));
        }

        return new CpuSet(cpus);
    }

    /// <summary>True when a CPU belongs to both.</summary>
    public bool Overlaps(CpuSet other) => _cpus.Intersect(other._cpus).Any();

    /// <summary>Lets the calling thread, and what it becomes or starts, run on these CPUs only.</summary>
    /// <returns>False when the system refuses or has no such call.</returns>
    public bool BindCurrentThread() => Bind(0);

    /// <summary>Lets all threads of this process, and those they will start, run on these CPUs only.</summary>
    /// <returns>False when the system refuses or has no such call.</returns>
    public bool BindProcess()
    {
        const string threads = "/proc/self/task";
        if (!OperatingSystem.IsLinux() || !Directory.Exists(threads)) return false;
        var ids = Directory.EnumerateDirectories(threads)
            .Select(folder => int.Parse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture));
        var bound = BindCurrentThread();
        // A thread that has ended meanwhile refuses; that is no failure.
        foreach (var id in ids) Bind(id);
        return bound;
    }

    private unsafe bool Bind(int thread)
    {
        if (!OperatingSystem.IsLinux()) return false;
        var mask = stackalloc ulong[MaskWords];
        new Span<ulong>(mask, MaskWords).Clear();
        foreach (var cpu in _cpus) mask[cpu / 64] |= 1UL << (cpu % 64);
        return SetAffinity(thread, MaskWords * sizeof(ulong), mask) == 0;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var parts = new List<string>();
        for (var i = 0; i < _cpus.Length;)
        {
            var last = i;
            while (last + 1 < _cpus.Length && _cpus[last + 1] == _cpus[last] + 1) last++;
            parts.Add(i == last
                ? string.Create(CultureInfo.InvariantCulture, $"{_cpus[i]}")
                : string.Create(CultureInfo.InvariantCulture, $"{_cpus[i]}-{_cpus[last]}"));
            i = last + 1;
        }

        return string.Join(',', parts);
    }

    /// <inheritdoc/>
    public bool Equals(CpuSet? other) => other is not null && _cpus.AsSpan().SequenceEqual(other._cpus);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CpuSet);

    /// <inheritdoc/>
    public override int GetHashCode() => _cpus.Aggregate(17, HashCode.Combine);

    private static bool Number(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && number <= ThreadAffinity.HighestCpu;

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static unsafe partial int SetAffinity(int thread, nuint size_bytes, ulong* mask);
}
