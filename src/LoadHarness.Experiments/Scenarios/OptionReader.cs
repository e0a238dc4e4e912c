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
            if (section.Text(option.Name) is not { } text) continue;
            given[option.Name] = text;
            var problems = new List<string>();
            WorkloadSettings.Create([option], new Dictionary<string,
                string>(StringComparer.Ordinal)
            { [option.Name] = text }, problems);
            // The message begins with the option's name, as the section's own do.
            foreach (var problem in problems) section.Complain(option.Name, problem[(option.Name.Length + 2)..]);
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
