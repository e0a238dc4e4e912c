using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Experiments.Scenarios;

namespace LoadHarness.Tests.Experiments.Scenarios;

public sealed class CommandWordsTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("  a  b ", new[] { "a", "b" })]
    [InlineData("redis-server --save \"\"", new[] { "redis-server", "--save", "" })]
    [InlineData("sh -c 'echo \"a b\"'", new[] { "sh", "-c", "echo \"a b\"" })]
    [InlineData("a\"b c\"d", new[] { "ab cd" })]
    public void A_line_is_taken_apart_into_words(string line, string[] words) =>
        CommandWords.Split(line).ShouldBe(words);

    [Theory]
    [InlineData("a \"b")]
    [InlineData("it's")]
    public void A_quote_that_is_not_closed_is_no_command(string line) => CommandWords.Split(line).ShouldBeNull();

    [Fact]
    public void Words_that_were_joined_come_apart_again() =>
        Prop.ForAll<NonNull<string>[]>(texts =>
        {
            var words = texts.Select(text => text.Get).ToList();
            CommandWords.Split(CommandWords.Join(words)).ShouldBe(words);
            return true;
        }).QuickCheckThrowOnFailure();
}
