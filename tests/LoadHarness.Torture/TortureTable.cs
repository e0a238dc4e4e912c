using System.Globalization;

namespace LoadHarness.Torture;

/// <summary>The table of figures that a run ends with.</summary>
internal sealed class TortureTable
{
    private readonly List<(string Part, TortureFigure Figure)> _rows = [];

    /// <summary>Number of promises that were broken.</summary>
    public int Broken => _rows.Count(row => !row.Figure.Held);

    /// <summary>Adds a line.</summary>
    public void Add(string part, TortureFigure figure) => _rows.Add((part, figure));

    /// <summary>Writes it as a Markdown table, and below it how many promises held.</summary>
    public void Write(TextWriter writer)
    {
        writer.WriteLine("| part | what | figure | promised | held |");
        writer.WriteLine("| --- | --- | ---: | --- | --- |");
        foreach (var (part, figure) in _rows)
        {
            var held = figure.Promise.Length == 0 ? "" : figure.Held ? "yes" : "NO";
            writer.WriteLine($"| {part} | {figure.What} | {figure.Value} | {figure.Promise} | {held} |");
        }

        var promises = _rows.Count(row => row.Figure.Promise.Length > 0);
        writer.WriteLine();
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{promises - Broken} promises kept, {Broken} broken"));
    }
}
