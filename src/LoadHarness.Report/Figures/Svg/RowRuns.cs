using System.Globalization;
using System.Text;

namespace LoadHarness.Report.Figures.Svg;

/// <summary>Rows of a table in few letters: points of a curve mostly stand in one row after the other.</summary>
internal static class RowRuns
{
    /// <summary>Numbers and runs of them, as in <c>0-5 7</c>.</summary>
    /// <param name="rows">The rows in the order of their points.</param>
    public static string Of(IEnumerable<int> rows)
    {
        var text = new StringBuilder();
        var (first, last) = (-1, -1);
        foreach (var row in rows)
        {
            if (last < 0 || row != last + 1)
            {
                Append(text, first, last);
                first = row;
            }

            last = row;
        }

        Append(text, first, last);
        return text.ToString();
    }

    private static void Append(StringBuilder text, int first, int last)
    {
        if (first < 0) return;
        if (text.Length > 0) text.Append(' ');
        text.Append(first.ToString(CultureInfo.InvariantCulture));
        if (last > first) text.Append('-').Append(last.ToString(CultureInfo.InvariantCulture));
    }
}
