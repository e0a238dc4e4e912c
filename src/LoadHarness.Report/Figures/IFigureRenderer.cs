using LoadHarness.Report.Figures.Model;

namespace LoadHarness.Report.Figures;

/// <summary>
/// The one seam between what a figure shows and how it is drawn: another renderer can stand here. A figure becomes a
/// file of its own, or, panel by panel, a part of a page that sets titles and legend itself. What is drawn for a series
/// carries the attribute <c>data-l</c>: the numbers of the legend's entries that stand for it, counted from 0.
/// </summary>
public interface IFigureRenderer
{
    /// <summary>Ending of the file, without the dot.</summary>
    string Extension { get; }

    /// <summary>Draws a figure. The same figure gives the same text, whatever the culture and the machine.</summary>
    /// <param name="figure">What to show.</param>
    /// <returns>The whole file.</returns>
    string Render(Figure figure);

    /// <summary>What the panels and keys of a page need there once.</summary>
    /// <param name="figures">All figures of the page.</param>
    SharedDrawings RenderShared(IReadOnlyList<Figure> figures);

    /// <summary>
    /// Draws the panels of a figure for a page. Each series is a group of class <c>series</c>; in it the corners of the
    /// paths with the attribute <c>data-r</c> are its points, and the attribute tells their rows of
    /// <see cref="PanelTable"/>: numbers and runs of them, as in <c>0-5 7</c>.
    /// </summary>
    /// <param name="figure">The figure.</param>
    /// <returns>For each panel an element that can stand in HTML.</returns>
    IReadOnlyList<string> RenderPanels(Figure figure);

    /// <summary>Draws the line and the point of a legend's entry for a page.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>An element that can stand in HTML.</returns>
    string RenderKey(LegendEntry entry);
}
