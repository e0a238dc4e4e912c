using LoadHarness.Report.Sentences;
using LoadHarness.Results;

namespace LoadHarness.Tests.Report.Sentences;

public sealed class ObjectionWordsTests
{
    [Theory]
    [InlineData("few-windows 1", "fewer windows count than wanted at 1 client")]
    [InlineData("few-windows 2, 4", "fewer windows count than wanted at 2 and 4 clients")]
    [InlineData("not-steady", "throughput still drifted")]
    [InlineData("from-the-future 3", "`from-the-future` at 3 clients")]
    public void A_note_becomes_a_clause(string note, string clause) => ObjectionWords.Of(note).ShouldBe(clause);

    [Fact]
    public void Every_code_that_results_can_hold_has_words()
    {
        var codes = typeof(ValidityCode).GetFields().Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!);

        foreach (var code in codes) ObjectionWords.Of(code).ShouldNotContain("`");
    }
}
