using System.Globalization;

namespace LoadHarness.Platform.Files.Faults;

/// <summary>
/// A moment in the life of a server at which it ends itself as <c>kill -9</c> would, for tests of what is left then:
/// <c>after:rename:table.ckpt.new:3</c>.
/// </summary>
/// <param name="Moment">Before, inside or after.</param>
/// <param name="Operation">Which operation.</param>
/// <param name="File">Name of the file or folder without its path; <c>*</c> for any.</param>
/// <param name="Passing">At which of them, 1 being the first.</param>
public sealed record FaultPoint(FaultMoment Moment, FaultOperation Operation, string File, int Passing)
{
    /// <summary>The environment variable that sets one. It is read when a table is opened.</summary>
    public const string Variable = "LOADHARNESS_FAULT_POINT";

    private const string AnyFile = "*";

    /// <summary>Reads one.</summary>
    /// <param name="text">MOMENT:OPERATION:FILE:PASSING.</param>
    /// <returns>Null when it is none.</returns>
    public static FaultPoint? TryParse(string text) =>
        text.Split(':') is [var moment, var operation, { Length: > 0 } file, var passing]
        && Enum.TryParse<FaultMoment>(moment, ignoreCase: true, out var at) && Enum.IsDefined(at)
        && Enum.TryParse<FaultOperation>(operation, ignoreCase: true, out var what) && Enum.IsDefined(what)
        && int.TryParse(passing, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? new FaultPoint(at, what, file, count)
            : null;

    /// <summary>True for an operation on such a file.</summary>
    internal bool Concerns(FaultOperation operation, string path) =>
        operation == Operation
        && (string.Equals(File, AnyFile, StringComparison.Ordinal)
            || string.Equals(File, Path.GetFileName(path), StringComparison.Ordinal));

    /// <summary>The text that <see cref="TryParse"/> reads.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Moment}:{Operation}:{File}:{Passing}");
}
