using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Experiments.Scenarios;

/// <summary>Reads the options of a workload or a server model from a section: keys are the options' names.</summary>
internal static class OptionReader
{
    /// <summary>Reads the options of one side that stand beside other keys.</summary>
    public static IReadOnlyDictionary<string, string> Read(
        YamlSection section, IReadOnlyList<WorkloadOption> options, OptionSide side)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in options.Where(option => (option.Side & side) != OptionSide.None))
        {
            if (section.Text(option.Name) is { } text) given[option.Name] = text;
        }

        var problems = new List<string>();
        WorkloadSettings.Create(options, given, problems);
        foreach (var problem in problems)
        {
            // The message begins with the option's name, as the section's own do.
            var end = problem.IndexOf(": ", StringComparison.Ordinal);
            section.Complain(problem[..end], problem[(end + 2)..]);
        }

        return given;
    }

    /// <summary>Reads a section that holds nothing else.</summary>
    public static IReadOnlyDictionary<string, string> ReadAll(
        YamlSection section, IReadOnlyList<WorkloadOption> options, OptionSide side)
    {
        var given = Read(section, options, side);
        section.Finish();
        return given;
    }
}
