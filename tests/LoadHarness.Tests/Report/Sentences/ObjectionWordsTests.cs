using LoadHarness.Report.Sentences;
using LoadHarness.Results;

namespace LoadHarness.Tests.Report.Sentences;

public sealed class ObjectionWordsTests
{
    [Theory]
    [InlineData("few-windows 1", "fewer windows count than wanted", "1 client")]
    [InlineData("few-windows 2, 4000", "fewer windows count than wanted", "2 and 4,000 clients")]
    [InlineData("not-steady", "throughput still drifted", "")]
    [InlineData("from-the-future 3", "`from-the-future`", "3 clients")]
    public void A_note_becomes_a_clause_and_a_place(string note, string meaning, string clients) =>
        ObjectionWords.Of(note).ShouldBe(new Objection(meaning, clients));

    [Fact]
    public void Every_code_that_results_can_hold_has_words()
    {
        var codes = typeof(ValidityCode).GetFields().Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!);

        foreach (var code in codes) ObjectionWords.Of(code).Meaning.ShouldNotContain("`");
    }
}
