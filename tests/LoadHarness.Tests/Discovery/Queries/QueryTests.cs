using LoadHarness.Discovery.Queries;
using LoadHarness.Tests.Discovery.Fakes;

namespace LoadHarness.Tests.Discovery.Queries;

/// <summary>What matches was seen at the original, version 8.0.0, except where a test says otherwise.</summary>
public class QueryTests
{
    [Theory]
    [InlineData("true", "p1 p2 z")]
    [InlineData("false", "")]
    [InlineData("1", "")]
    [InlineData("\"x\"", "")]
    [InlineData("null", "")]
    [InlineData("port", "")]
    [InlineData("port==1234", "p1")]
    [InlineData("port==1234.0", "p1")]
    [InlineData("port>=1234", "p1 p2")]
    [InlineData("port<100", "z")]
    [InlineData("port<=9", "z")]
    [InlineData("type==\"hashtable\"", "p1 p2")]
    [InlineData("TYPE==\"hashtable\"", "")]
    [InlineData("type==\"hashtable\"&&project==\"p1\"", "p1")]
    [InlineData("type==\"hashtable\" && port>1234", "p2")]
    [InlineData("type==\"hashtable\" and  not (port>1234)", "p1")]
    [InlineData("!(type==\"hashtable\")", "z")]
    [InlineData("type==\"hashtable\"||type==\"z\"", "p1 p2 z")]
    [InlineData("port==9 or port==1235", "p2 z")]
    [InlineData("port==9||port==1234&&type==\"none\"", "z")]
    [InlineData("(port==9||port==1234)&&type==\"none\"", "")]
    [InlineData("type<\"i\"", "p1 p2")]
    [InlineData("type==1", "")]
    [InlineData("type!=1", "p1 p2 z")]
    [InlineData("type<1", "")]
    [InlineData("f==1.25", "p1")]
    [InlineData("neg==-3", "p1")]
    [InlineData("neg>-5.5", "p1")]
    [InlineData("null==null", "p1 p2 z")]
    [InlineData("true==!false", "p1 p2 z")]
    [InlineData("!true||true", "p1 p2 z")]
    [InlineData("true&&1", "")]
    [InlineData("b!=false", "p1")]
    [InlineData("text==\"a\\\"b\\\\\"", "p1")]
    public void A_query_picks_the_records_that_it_is_true_for(string text, string expected) =>
        Matching(text).ShouldBe(expected);

    [Theory]
    [InlineData("nosuch==\"a\"")]
    [InlineData("nosuch!=\"a\"")]
    [InlineData("!nosuch")]
    [InlineData("type==\"z\" || nosuch==1")]
    [InlineData("nosuch==1 || true")]
    [InlineData("list==list")]
    public void A_record_without_the_member_matches_nothing_that_asks_for_it(string text) =>
        Matching(text).ShouldBe("");

    [Theory]
    [InlineData("")]
    [InlineData("type==")]
    [InlineData("type=\"z\"")]
    [InlineData("type=='z'")]
    [InlineData("(type==\"z\"")]
    [InlineData("type==\"z\")")]
    [InlineData("type==\"z")]
    [InlineData("\"\\x\"==type")]
    [InlineData("a b")]
    [InlineData("n.a")]
    [InlineData("1..2==port")]
    [InlineData("port==1e")]
    [InlineData("==1")]
    [InlineData("!")]
    [InlineData("port+1==2")]
    [InlineData("projet=~\"p\"")]
    public void What_follows_no_rule_is_refused_with_a_reason(string text)
    {
        Query.TryParse(text, out _, out var problem).ShouldBeFalse();
        problem.ShouldNotBeEmpty();
    }

    [Fact]
    public void Nesting_is_bounded_before_the_stack_is()
    {
        Query.TryParse(new string('(', 100) + "true" + new string(')', 100), out _, out _).ShouldBeTrue();
        Query.TryParse(new string('(', 100_000), out _, out var problem).ShouldBeFalse();
        problem.ShouldBe("too many parts");
        Query.TryParse(new string('!', 100_000), out _, out _).ShouldBeFalse();
        Query.TryParse(string.Join("||", Enumerable.Repeat("true", 100_000)), out _, out _).ShouldBeFalse();
    }

    private static string Matching(string text)
    {
        var table = Fakes.Records.Table(new ManualTime());
        table.Take("""
            {"type":"hashtable","port":1234,"project":"p1","f":1.25,"neg":-3,
             "b":true,"text":"a\"b\\","list":[1],"n":{"a":1}}
            """);
        table.Take("""{"type":"hashtable","port":1235,"project":"p2"}""");
        table.Take("""{"type":"z","port":9,"project":"z"}""");
        Query.TryParse(text, out var query, out var problem).ShouldBeTrue(problem);
        var matching = table.Live().Where(query!.Matches).Select(record => record.TextOf("project"));
        return string.Join(' ', matching.Order(StringComparer.Ordinal));
    }
}
