using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Report.Documents;
using LoadHarness.Report.Tables;

namespace LoadHarness.Tests.Report.Documents;

public class MarkdownWriterTests
{
    [Fact]
    public void Pipes_in_cells_are_escaped_also_inside_code()
    {
        var table = new ReportTable([new TableColumn("a|b", false), new TableColumn("n", true)], [["`x|y`", "1|2"]]);
        MarkdownWriter.Write([new TableBlock(table)], "svg")
            .ShouldBe("| a\\|b | n |\n| --- | ---: |\n| `x\\|y` | 1\\|2 |\n");
    }

    [Fact]
    public void Names_from_the_data_cannot_become_markup() =>
        MarkdownWriter.Write([new ParagraphBlock("*a* _b_ <img> [c](d) # e\nf `g_h`")], "svg")
            .ShouldBe("\\*a\\* \\_b\\_ \\<img\\> \\[c\\](d) \\# e f `g_h`\n");

    [Fact]
    public void A_single_backtick_is_no_code() =>
        MarkdownWriter.Write([new ParagraphBlock("a ` b_c")], "svg").ShouldBe("a \\` b\\_c\n");

    [Fact]
    public void Rows_of_backticks_that_begin_no_code_hide_no_markup()
    {
        MarkdownText.Escape("`` ``` <b> `").ShouldBe("\\`\\` \\`\\`\\` \\<b\\> \\`");
        MarkdownText.Escape("``a`<b>``").ShouldBe("``a`<b>``");
    }

    [Fact]
    public void No_text_whatever_becomes_markup() =>
        Prop.ForAll(
            Gen.Elements('`', '<', '\\', 'a', ' ', '\n').ArrayOf().ToArbitrary(),
            letters => !RawMarkup.Has(MarkdownText.Escape(new string(letters)), "<")).QuickCheckThrowOnFailure();

    [Fact]
    public void A_fence_is_longer_than_any_inside() =>
        MarkdownWriter.Write([new CodeBlock("```\nx\n```", "sh")], "svg").ShouldBe("````sh\n```\nx\n```\n````\n");

    [Fact]
    public void Details_hold_their_blocks() =>
        MarkdownWriter.Write([new DetailsBlock("a < b", [new ParagraphBlock("c")])], "svg")
            .ShouldBe("<details>\n<summary>a &lt; b</summary>\n\nc\n\n</details>\n");
}
