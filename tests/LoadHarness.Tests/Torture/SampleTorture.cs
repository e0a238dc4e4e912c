using LoadHarness.Torture;

namespace LoadHarness.Tests.Torture;

/// <summary>A part that remembers its budget and gives what it was told to give.</summary>
internal sealed class SampleTorture(string name, params TortureFigure[] figures) : ITorture
{
    public string Name => name;

    public string Promise => $"{name} holds";

    public TimeSpan Least { get; init; }

    public TortureBudget? Budget { get; private set; }

    /// <summary>True if the folder was there and empty while it ran.</summary>
    public bool HadEmptyFolder { get; private set; }

    public IEnumerable<TortureFigure> Run(TortureBudget budget)
    {
        Budget = budget;
        HadEmptyFolder = !Directory.EnumerateFileSystemEntries(budget.Folder).Any();
        return figures.Length > 0 ? figures : throw new InvalidOperationException("nothing to give");
    }
}
