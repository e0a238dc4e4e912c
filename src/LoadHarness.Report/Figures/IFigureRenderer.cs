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

    /// <summary>Rules that a page needs once for all its panels and keys.</summary>
    string PageStyle { get; }

    /// <summary>Draws a figure. The same figure gives the same text, whatever the culture and the machine.</summary>
    /// <param name="figure">What to show.</param>
    /// <returns>The whole file.</returns>
    string Render(Figure figure);

    /// <summary>
    /// Draws the panels of a figure for a page. The root of each carries the attribute <c>data-p</c>: for each series,
    /// parted by semicolons, row of <see cref="PanelTable"/>, x and y of each point that can be seen.
    /// </summary>
    /// <param name="figure">The figure.</param>
    /// <param name="id">Identifiers of the drawings in the page begin with it.</param>
    /// <returns>For each panel an element that can stand in HTML.</returns>
    IReadOnlyList<string> RenderPanels(Figure figure, string id);

    /// <summary>Draws the line and the point of a legend's entry for a page.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>An element that can stand in HTML.</returns>
    string RenderKey(LegendEntry entry);
}
