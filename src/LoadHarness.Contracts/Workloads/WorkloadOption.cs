namespace LoadHarness.Contracts.Workloads;

/// <summary>
/// One thing that can be set about a workload or a server model; the single source for flags, scenario keys and help.
/// </summary>
/// <param name="Name">Lower case with dashes, e.g. <c>compact-after</c>; the flag is <c>--compact-after</c>.</param>
/// <param name="Kind">How the text is read.</param>
/// <param name="Default">Default as text.</param>
/// <param name="Meaning">One sentence with unit and range.</param>
/// <param name="Side">Who uses it.</param>
/// <param name="Minimum">Smallest allowed number.</param>
/// <param name="Maximum">Largest allowed number.</param>
/// <param name="Choices">Allowed words for <see cref="OptionKind.Choice"/>.</param>
/// <param name="NotBelow">Name of another number that this one must not be below, e.g. <c>minimum</c> for
/// <c>maximum</c>.</param>
/// <param name="Check">Says what is wrong with a text, one line per problem, e.g. with a file that it names.</param>
public sealed record WorkloadOption(
    string Name,
    OptionKind Kind,
    string Default,
    string Meaning,
    OptionSide Side,
    long Minimum = long.MinValue,
    long Maximum = long.MaxValue,
    IReadOnlyList<string>? Choices = null,
    string? NotBelow = null,
    Func<string, IReadOnlyList<string>>? Check = null);
