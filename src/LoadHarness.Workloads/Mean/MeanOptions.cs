using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Workloads.Mean;

/// <summary>What can be set about the clients of the running mean.</summary>
/// <param name="Pause_us">Pause between the number and <c>ready</c>, µs.</param>
/// <param name="Largest">Numbers are drawn from −this to this.</param>
internal sealed record MeanOptions(long Pause_us, long Largest)
{
    private const string PauseName = "pause-ms";
    private const string LargestName = "largest";

    /// <summary>The options as the command line and scenarios see them.</summary>
    public static IReadOnlyList<WorkloadOption> All { get; } =
    [
        new(
            PauseName,
            OptionKind.Integer,
            "5000",
            "pause of a client between its number and `ready`, ms, 0 to 3600000; 0 sends both at once",
            OptionSide.Client,
            0,
            3_600_000),
        new(
            LargestName,
            OptionKind.Integer,
            "1000000000000",
            "clients draw their numbers from minus this to this, 0 to 1000000000000000000",
            OptionSide.Client,
            0,
            1_000_000_000_000_000_000),
    ];

    /// <summary>Reads checked settings.</summary>
    public static MeanOptions From(WorkloadSettings settings) =>
        new(settings.Integer(PauseName) * 1000, settings.Integer(LargestName));
}
