using System.Text;

using LoadHarness.Report.Tables;

namespace LoadHarness.Report.Documents;

/// <summary>Writes blocks as GitHub Markdown. The same blocks give the same text.</summary>
public static class MarkdownWriter
{
    /// <summary>Folder of the figures, relative to the report.</summary>
    public const string FigureFolder = "figures";

    /// <summary>Writes all blocks.</summary>
    /// <param name="blocks">The report.</param>
    /// <param name="figureExtension">Ending of the figures' files, without the dot.</param>
    public static string Write(IEnumerable<Block> blocks, string figureExtension)
    {
        var text = new StringBuilder();
        foreach (var block in blocks) WriteBlock(text, block, figureExtension);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void WriteBlock(StringBuilder text, Block block, string figureExtension)
    {
        switch (block)
        {
            case HeadingBlock heading:
                text.Append('#', heading.Level).Append(' ').Append(MarkdownText.Escape(heading.Text));
                break;
            case ParagraphBlock paragraph:
                text.Append(MarkdownText.Escape(paragraph.Text));
                break;
            case WarningBlock warning:
                text.Append("> **Note.** ").Append(MarkdownText.Escape(warning.Text));
                break;
            case ListBlock list:
                text.AppendJoin('\n', list.Items.Select(ItemText));
                break;
            case TableBlock table:
                WriteTable(text, table.Table);
                break;
            case FigureBlock figure:
                text.Append("![").Append(MarkdownText.Escape(figure.Figure.Title)).Append("](")
                    .Append(FigureFolder).Append('/').Append(figure.Name).Append('.').Append(figureExtension)
                    .Append(")\n\n*")
                    .Append(MarkdownText.Escape(figure.Caption)).Append('*');
                break;
            case CodeBlock code:
                var fence = MarkdownText.Fence(code.Text);
                text.Append(fence).Append(code.Language).Append('\n')
                    .Append(code.Text.ReplaceLineEndings("\n").TrimEnd('\n')).Append('\n').Append(fence);
                break;
            case DetailsBlock details:
                text.Append("<details>\n<summary>").Append(MarkdownText.Html(details.Summary)).Append("</summary>\n\n");
                foreach (var inner in details.Content) WriteBlock(text, inner, figureExtension);
                text.Append("</details>");
                break;
        }

        text.Append("\n\n");
    }

    private static string ItemText(ListItem item)
    {
        var lead = item.Lead.Length == 0 ? "" : "**" + MarkdownText.Escape(item.Lead) + ".** ";
        return "- " + lead + MarkdownText.Escape(item.Text);
    }

    private static void WriteTable(StringBuilder text, ReportTable table)
    {
        text.Append("| ").AppendJoin(" | ", table.Columns.Select(column => MarkdownText.Cell(column.Header)))
            .Append(" |\n|");
        foreach (var column in table.Columns) text.Append(column.IsNumber ? " ---: |" : " --- |");
        foreach (var row in table.Rows) text.Append("\n| ").AppendJoin(" | ", row.Select(MarkdownText.Cell))
            .Append(" |");
    }
}
