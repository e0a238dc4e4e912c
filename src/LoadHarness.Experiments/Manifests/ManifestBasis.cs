using System.Reflection;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Platform.Processes;
using LoadHarness.Results;

namespace LoadHarness.Experiments.Manifests;

/// <summary>What a manifest says about the surroundings, whatever is run in them.</summary>
public static class ManifestBasis
{
    /// <summary>Reads machine, runtime and versions.</summary>
    /// <param name="cpus">Who runs on which CPUs.</param>
    /// <param name="topology">The machine's CPUs.</param>
    /// <param name="foreign">The server when it is not one of ours; else null.</param>
    public static RunManifest Read(CpuPlan cpus, CpuTopology topology, ForeignServer? foreign)
    {
        var isStarted = foreign is not { IsRunningAlready: true };
        var (version, commit) = Version();
        return new RunManifest
        {
            // The run fills these in.
            RunId = "",
            Scenario = "",
            Started_utc = default,
            ToolVersion = version,
            Commit = commit,
            Host = HostFactsReader.Read(topology.Cpus.Cpus.Count),
            IsSutSampled = isStarted,
            SutCpus = isStarted ? cpus.Sut.ToString() : "unknown",
            GeneratorCpus = cpus.Generator.ToString(),
            Notes = [.. new[] { cpus.Note, isStarted ? "" : RanAlready(foreign!) }.Where(note => note.Length > 0)],
        };
    }

    private static string RanAlready(ForeignServer server) =>
        $"{server.Name} was running already: its CPU time, memory, threads and CPUs are not known, others' use of the "
        + "machine cannot be told from its own, and it was not restarted between repetitions";

    /// <summary>The informational version is <c>version+commit</c>: the build adds the commit.</summary>
    private static (string Version, string Commit) Version()
    {
        var assembly = typeof(ManifestBasis).Assembly;
        var text = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        var plus = text.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? (text, "") : (text[..plus], text[(plus + 1)..]);
    }
}
