using System.Reflection;
using LoadHarness.Platform.Processes;
using LoadHarness.Results;

namespace LoadHarness.Experiments.Manifests;

/// <summary>What a manifest says about the surroundings, whatever is run in them.</summary>
public static class ManifestBasis
{
    /// <summary>Reads machine, runtime and versions.</summary>
    /// <param name="cpus">Who runs on which CPUs.</param>
    /// <param name="topology">The machine's CPUs.</param>
    public static RunManifest Read(CpuPlan cpus, CpuTopology topology)
    {
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
            SutCpus = cpus.Sut.ToString(),
            GeneratorCpus = cpus.Generator.ToString(),
            Notes = cpus.Note.Length > 0 ? [cpus.Note] : [],
        };
    }

    /// <summary>The informational version is <c>version+commit</c>: the build adds the commit.</summary>
    private static (string Version, string Commit) Version()
    {
        var assembly = typeof(ManifestBasis).Assembly;
        var text = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        var plus = text.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? (text, "") : (text[..plus], text[(plus + 1)..]);
    }
}
