using System.Globalization;

namespace LoadHarness.Platform.Processes;

/// <summary>
/// Which CPUs the server and the load generator get. They are disjoint wherever the machine allows it, and SMT siblings
/// stay
/// on one side: two threads that share a core slow each other down, and a measurement would not know whom.
/// </summary>
/// <param name="Sut">CPUs of the server.</param>
/// <param name="Generator">CPUs of the load generator.</param>
/// <param name="Note">What a reader must know about the choice, e.g. that both share one CPU; or empty.</param>
public sealed record CpuPlan(CpuSet Sut, CpuSet Generator, string Note = "")
{
    /// <summary>
    /// Chooses the CPUs. The server gets half of the cores (rounded down, at least one) unless told otherwise.
    /// </summary>
    /// <param name="topology">What is there.</param>
    /// <param name="wish">What is asked for.</param>
    /// <param name="problems">Receives one line for everything that cannot be.</param>
    /// <returns>Null when there is a problem.</returns>
    public static CpuPlan? Choose(CpuTopology topology, CpuWish wish, ICollection<string> problems)
    {
        var before = problems.Count;
        RefuseAbsent("server", wish.SutCpus, topology, problems);
        RefuseAbsent("generator", wish.GeneratorCpus, topology, problems);
        if (problems.Count > before) return null;

        var all = topology.Cpus;
        if (all.Cpus.Count == 1)
            return new CpuPlan(all, all,
                "one CPU only: server and load generator share it, so results are lower bounds");
        var units = Units(topology, out var note);
        if (wish.SutCores > units.Count)
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture,
                $"cpus: {wish.SutCores} cores are asked for the server, and there are {units.Count}"));
            return null;
        }

        var sut = wish.SutCpus ?? Take(units, wish.SutCores, wish.GeneratorCpus);
        var generator = wish.GeneratorCpus ?? Rest(units, sut);
        if (generator.Cpus.Count == 0 && wish.AllowOverlap) generator = all;
        if (generator.Cpus.Count == 0 || sut.Cpus.Count == 0)
        {
            problems.Add($"cpus: of the CPUs {all} none is left for the "
                + $"{(sut.Cpus.Count == 0 ? "server" : "generator")}; "
                + "give fewer to the other side, or set allow_overlap: true");
            return null;
        }

        return Checked(sut, generator, topology, wish.AllowOverlap, note, problems);
    }

    private static CpuPlan? Checked(
        CpuSet sut,
        CpuSet generator,
        CpuTopology topology,
        bool allowOverlap,
        string note,
        ICollection<string> problems)
    {
        var sharesCore = topology.Cores.Any(core => core.Overlaps(sut) && core.Overlaps(generator));
        if (!sut.Overlaps(generator))
            return new CpuPlan(sut, generator, sharesCore
                && note.Length == 0 ? "server and load generator share a core (SMT)" : note);
        if (allowOverlap)
            return new CpuPlan(sut, generator,
                "server and load generator share CPUs, as asked: results are lower bounds");
        problems.Add($"cpus: server ({sut}) and generator ({generator}) overlap; make them disjoint, or set "
            + $"allow_overlap: true");
        return null;
    }

    /// <summary>What is given to a side as a whole: cores, or single CPUs when there is one core only.</summary>
    private static IReadOnlyList<CpuSet> Units(CpuTopology topology, out string note)
    {
        note = "";
        if (topology.Cores.Count > 1) return topology.Cores;
        note = "server and load generator share a core (SMT)";
        return [.. topology.Cpus.Cpus.Select(cpu => new CpuSet([cpu]))];
    }

    private static CpuSet Take(IReadOnlyList<CpuSet> units, int? count, CpuSet? taken)
    {
        var free = units.Where(unit => taken is null || !unit.Overlaps(taken)).ToList();
        var wanted = count ?? (taken is null ? Math.Max(1, units.Count / 2) : free.Count);
        return new CpuSet(free.Take(wanted).SelectMany(unit => unit.Cpus));
    }

    private static CpuSet Rest(IReadOnlyList<CpuSet> units, CpuSet taken) =>
        new(units.Where(unit => !unit.Overlaps(taken)).SelectMany(unit => unit.Cpus));

    private static void RefuseAbsent(string side, CpuSet? asked, CpuTopology topology, ICollection<string> problems)
    {
        var absent = asked?.Cpus.Except(topology.Cpus.Cpus).ToList() ?? [];
        if (absent.Count == 0) return;
        problems.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"{side} cpus: {new CpuSet(absent)} not there or not allowed to this process; there are {topology.Cpus}"));
    }
}
