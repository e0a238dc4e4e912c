using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Workloads.Image;

/// <summary>What can be set about images.</summary>
/// <param name="Width">Pixels of a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="CheckEvery">The client decodes one image in this many as a whole.</param>
internal sealed record ImageOptions(int Width, int Height, long CheckEvery)
{
    private const string WidthName = "width";
    private const string HeightName = "height";
    private const string CheckEveryName = "check-every";
    private const int Largest = 1024;

    /// <summary>The options as the command line and scenarios see them.</summary>
    public static IReadOnlyList<WorkloadOption> All { get; } =
    [
        new(WidthName, OptionKind.Integer, "10", "pixels in a row, 1 to 1024", OptionSide.Both, 1, Largest),
        new(HeightName, OptionKind.Integer, "10", "rows of pixels, 1 to 1024", OptionSide.Both, 1, Largest),
        new(
            CheckEveryName,
            OptionKind.Integer,
            "50",
            "one image in this many is also decoded to its last pixel; 1 means every image",
            OptionSide.Client,
            1),
    ];

    /// <summary>Reads checked settings.</summary>
    public static ImageOptions From(WorkloadSettings settings) => new(
        (int)settings.Integer(WidthName),
        (int)settings.Integer(HeightName),
        settings.Integer(CheckEveryName));
}
