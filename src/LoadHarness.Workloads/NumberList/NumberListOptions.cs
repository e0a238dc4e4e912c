using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Workloads.NumberList;

/// <summary>What can be set about number lists.</summary>
/// <param name="Count">Numbers in a list.</param>
/// <param name="Minimum">Smallest number.</param>
/// <param name="Maximum">Largest number.</param>
/// <param name="CheckEvery">The client parses one list in this many as a whole.</param>
/// <param name="Seed">Seed of the server's draws; 0 means draws that nobody can repeat.</param>
internal sealed record NumberListOptions(long Count, int Minimum, int Maximum, long CheckEvery, long Seed)
{
    private const string CountName = "count";
    private const string MinimumName = "minimum";
    private const string MaximumName = "maximum";
    private const string CheckEveryName = "check-every";
    private const string SeedName = "seed";
    private const int Largest = NumberListFormatter.LargestMagnitude;

    /// <summary>The options as the command line and scenarios see them.</summary>
    public static IReadOnlyList<WorkloadOption> All { get; } =
    [
        new(
            CountName,
            OptionKind.Integer,
            "250000",
            "numbers in a list, 1 to 1000000000",
            OptionSide.Both,
            1,
            1_000_000_000),
        new(
            MinimumName,
            OptionKind.Integer,
            "-999999999",
            "smallest number, at most 9 digits",
            OptionSide.Both,
            -Largest,
            Largest),
        new(
            MaximumName,
            OptionKind.Integer,
            "999999999",
            "largest number, at most 9 digits, not below minimum",
            OptionSide.Both,
            -Largest,
            Largest,
            NotBelow: MinimumName),
        new(
            CheckEveryName,
            OptionKind.Integer,
            "50",
            "one list in this many is also parsed and its range checked; 1 means every list",
            OptionSide.Client,
            1),
        new(
            SeedName,
            OptionKind.Integer,
            "0",
            "seed of the draws; 0 means different ones at every start",
            OptionSide.Server,
            0),
    ];

    /// <summary>Reads checked settings.</summary>
    public static NumberListOptions From(WorkloadSettings settings) => new(
        settings.Integer(CountName),
        (int)settings.Integer(MinimumName),
        (int)settings.Integer(MaximumName),
        settings.Integer(CheckEveryName),
        settings.Integer(SeedName));
}
