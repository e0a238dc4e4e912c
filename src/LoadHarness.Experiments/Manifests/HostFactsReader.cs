using System.Collections;
using System.Runtime;
using System.Runtime.InteropServices;
using LoadHarness.Results;

namespace LoadHarness.Experiments.Manifests;

/// <summary>Reads what the manifest says about machine and runtime.</summary>
public static class HostFactsReader
{
    /// <summary>Reads it now.</summary>
    /// <param name="cpus">CPUs the harness may use.</param>
    public static HostFacts Read(int cpus) => new()
    {
        Host = Environment.MachineName,
        Kernel = $"{Environment.OSVersion.Platform} {Environment.OSVersion.Version}",
        System = RuntimeInformation.OSDescription,
        CpuModel = CpuModel("/proc/cpuinfo"),
        Cpus = cpus,
        Memory_bytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
        Runtime = RuntimeInformation.FrameworkDescription,
        GcMode = (GCSettings.IsServerGC ? "server" : "workstation")
            + (GCSettings.LatencyMode == GCLatencyMode.Batch ? "" : " concurrent"),
        Knobs = Knobs(),
    };

    private static string CpuModel(string file)
    {
        const string label = "model name";
        if (!File.Exists(file)) return RuntimeInformation.ProcessArchitecture.ToString();
        var line = File.ReadLines(file).FirstOrDefault(text => text.StartsWith(label, StringComparison.Ordinal));
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? "";
    }

    private static SortedDictionary<string, string> Knobs()
    {
        var knobs = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            var name = (string)variable.Key;
            if (IsKnob(name)) knobs[name] = variable.Value as string ?? "";
        }

        return knobs;
    }

    /// <summary>Settings of the runtime, not of the command-line tools that happen to share the prefix.</summary>
    private static bool IsKnob(string name) =>
        name.StartsWith("DOTNET_", StringComparison.Ordinal)
        && !name.StartsWith("DOTNET_CLI_", StringComparison.Ordinal)
        && name is not ("DOTNET_ROOT" or "DOTNET_ROOT_X64" or "DOTNET_HOST_PATH" or "DOTNET_NOLOGO"
            or "DOTNET_BUNDLE_EXTRACT_BASE_DIR");
}
