using System.Globalization;

namespace LoadHarness.Contracts.Workloads;

/// <summary>Checked values for the options of a workload or a server model, defaults filled in.</summary>
public sealed class WorkloadSettings
{
    private readonly Dictionary<string, string> _values;

    private WorkloadSettings(Dictionary<string, string> values) => _values = values;

    /// <summary>All values by option name, defaults included, in the order of the workload's options.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>Checks the given texts against the options; every problem is reported, not only the first.</summary>
    /// <param name="options">The options there are.</param>
    /// <param name="given">Texts by option name; what is absent takes its default.</param>
    /// <param name="problems">Receives one line per problem, naming the option and what would be right.</param>
    public static WorkloadSettings Create(
        IReadOnlyList<WorkloadOption> options,
        IReadOnlyDictionary<string, string> given,
        ICollection<string> problems)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in options)
        {
            var text = given.GetValueOrDefault(option.Name, option.Default);
            if (Problem(option, text) is { } problem) problems.Add(problem);
            foreach (var wrong in option.Check?.Invoke(text) ?? []) problems.Add($"{option.Name}: {wrong}");
            values[option.Name] = text;
        }

        foreach (var option in options)
        {
            if (OrderProblem(option, values) is { } problem) problems.Add(problem);
        }

        foreach (var name in given.Keys.Where(name => !values.ContainsKey(name)))
            problems.Add($"unknown option '{name}'; known are {string.Join(", ", options.Select(o => o.Name))}");
        return new WorkloadSettings(values);
    }

    /// <summary>The value as a 64-bit number.</summary>
    public long Integer(string name) =>
        long.Parse(_values[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>The value as text.</summary>
    public string Text(string name) => _values[name];

    /// <summary>The value as a switch.</summary>
    public bool Switch(string name) => bool.Parse(_values[name]);

    private static string? OrderProblem(WorkloadOption option, Dictionary<string, string> values) =>
        option.NotBelow is { } other
        && TryNumber(values[option.Name], out var number)
        && TryNumber(values[other], out var bound)
        && number < bound
            ? string.Create(CultureInfo.InvariantCulture, $"{option.Name}: {number} is below {other}, which is {bound}")
            : null;

    private static bool TryNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static string? Problem(WorkloadOption option, string text) => option.Kind switch
    {
        OptionKind.Integer when !TryNumber(text, out var number)
            || number < option.Minimum || number > option.Maximum
            => string.Create(CultureInfo.InvariantCulture,
                $"{option.Name}: '{text}' is not a whole number from {option.Minimum} to {option.Maximum}"),
        OptionKind.Choice when !option.Choices!.Contains(text, StringComparer.Ordinal)
            => $"{option.Name}: '{text}' is not one of {string.Join(", ", option.Choices!)}",
        OptionKind.Switch when !bool.TryParse(text, out _) => $"{option.Name}: '{text}' is not true or false",
        _ => null,
    };
}
