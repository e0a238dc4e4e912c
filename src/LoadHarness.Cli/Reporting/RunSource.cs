using LoadHarness.Experiments.Scenarios;
using LoadHarness.Results;

namespace LoadHarness.Cli.Reporting;

/// <summary>What a user names when a command asks for a run.</summary>
/// <param name="results">Folder with the runs of scenarios.</param>
/// <param name="loader">Reads scenario files.</param>
internal sealed class RunSource(string results, ScenarioFile loader)
{
    /// <summary>
    /// A run folder as it is, or the newest run of a scenario that is given by its file, its name or the folder of its
    /// runs.
    /// </summary>
    /// <param name="source">What the user named.</param>
    /// <param name="problems">Why there is none, one line.</param>
    public string? Find(string source, List<string> problems)
    {
        if (RunFolder.Newest(results, source) is { } ofName) return ofName;
        if (Directory.Exists(source)) return RunFolder.Newest(source, "") ?? source;
        if (!File.Exists(source))
        {
            problems.Add($"{source}: neither a run folder nor a scenario file; {Missing(source)}");
            return null;
        }

        if (loader.Load(source, problems) is not { } scenario) return null;
        if (RunFolder.Newest(results, scenario.Name) is { } newest) return newest;
        problems.Add($"{source}: no run of '{scenario.Name}' in {results}; make one with: loadharness run {source}");
        return null;
    }

    /// <summary>The name of a scenario that is given as such or by its file.</summary>
    /// <param name="source">What the user named.</param>
    /// <param name="problems">What is wrong with the file.</param>
    public string? Scenario(string source, List<string> problems) =>
        File.Exists(source) ? loader.Load(source, problems)?.Name : source;

    /// <summary>The runs of a scenario, oldest first.</summary>
    /// <param name="scenario">Its name.</param>
    public IReadOnlyList<string> Runs(string scenario) => RunFolder.Runs(results, scenario);

    /// <summary>Says that a scenario has no runs, and which ones have some.</summary>
    /// <param name="scenario">Its name.</param>
    public string Missing(string scenario)
    {
        List<string> names = Directory.Exists(results)
            ? [.. Directory.EnumerateDirectories(results).Select(folder => Path.GetFileName(folder)!)
                .Where(name => Runs(name).Count > 0).Order(StringComparer.Ordinal)]
            : [];
        return $"no run of '{scenario}' in {results}"
            + (names.Count > 0 ? $"; {Nearest.Hint(scenario, names)}" : "; make one with: loadharness run");
    }
}
