using System.Globalization;
using LoadHarness.Clients.Work;

namespace LoadHarness.Tests.Clients.Work;

public sealed class ComparisonTextTests
{
    [Fact]
    public void Times_and_ratio_are_columns_whatever_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            ComparisonText.Write(output,
            [
                new StageComparison("download", 1.5, 0.75, 0, "threads: 4"),
                new StageComparison("sorting", 12, 5.5, 0.5, "worker processes: 2"),
            ]);
            output.ToString().ShouldBe(
                "stage     sequential_s  optimised_s  start_up_s   ratio  optimised by\n"
                + "download         1.500        0.750       0.000    2.00  threads: 4\n"
                + "sorting         12.000        5.500       0.500    2.00  worker processes: 2\n");
            StageTimer.Text(0.5).ShouldBe("0.5");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(2, "2.0")]
    [InlineData(0.000012, "0.000012")]
    [InlineData(44.491410017015, "44.491410017015")]
    public void A_time_has_a_decimal_and_no_exponent(double time_s, string expected) =>
        StageTimer.Text(time_s).ShouldBe(expected);

    [Fact]
    public void Different_outputs_are_a_failure() =>
        Should.Throw<WorkException>(() => ComparisonText.WriteOutputs(TextWriter.Null, "AB", "CD"))
            .Message.ShouldContain("AB sequential, CD optimised");
}
