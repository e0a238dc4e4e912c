using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Figures;

/// <summary>The one seam between what a figure shows and how it is drawn: another renderer can stand here.</summary>
public interface IFigureRenderer
{
    /// <summary>Ending of the file, without the dot.</summary>
    string Extension { get; }

    /// <summary>Draws a figure. The same figure gives the same text, whatever the culture and the machine.</summary>
    /// <param name="figure">What to show.</param>
    /// <returns>The whole file.</returns>
    string Render(Figure figure);
}
