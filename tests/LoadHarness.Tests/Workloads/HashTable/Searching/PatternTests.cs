using System.Text;
using System.Text.RegularExpressions;
using LoadHarness.Workloads.HashTable.Searching;

namespace LoadHarness.Tests.Workloads.HashTable.Searching;

public class PatternTests
{
    private readonly PatternCache _patterns = new(isWhole: false);

    [Theory]
    [InlineData(".*", "anything", true)]
    [InlineData("^K.*", "Kate", true)]
    [InlineData("^K.*", "kate", false)]
    [InlineData(".*([a-z])\\\\1.*", "hello", true)]
    [InlineData(".*([a-z])\\\\1.*", "world", false)]
    [InlineData("abc*", "xxab", true)]
    [InlineData("7*", "none", true)]
    [InlineData("key.*3.*", "key 123", true)]
    [InlineData("(?P<first>a)(?P=first)", "xaax", true)]
    [InlineData("(?P<first>a)(?P=first)", "axa", false)]
    [InlineData("end\\\\Z", "the end", true)]
    [InlineData("^a{,2}$", "aa", true)]
    [InlineData("^a{,2}$", "aaa", false)]
    [InlineData("[(?P<]", "<", true)]
    [InlineData("[]{,2}]", "]", true)]
    [InlineData("[^]Z]", "Z", false)]
    [InlineData("(?<!a)b", "ab", false)]
    [InlineData("(?i)ABC", "abc", true)]
    [InlineData("\\u00e9", "caf\u00e9", true)]
    public void Patterns_are_searched_as_python_does(string pattern, string key, bool found) =>
        Matches(pattern, key).ShouldBe(found);

    [Theory]
    [InlineData(".*(")]
    [InlineData("a[")]
    [InlineData("lkm(lmk}")]
    [InlineData("*.")]
    [InlineData("a**")]
    [InlineData("(?P<x")]
    [InlineData("(?P=none)")]
    [InlineData("\\\\")]
    public void What_python_rejects_is_rejected(string pattern) => Get(pattern).ShouldBeNull();

    [Fact]
    public void Repeats_of_repeats_do_not_take_all_memory() => Get("((a{1,1000}){1,1000}){1,1000}").ShouldNotBeNull();

    [Fact]
    public void Back_references_backtrack_and_the_rest_does_not()
    {
        Get("a+b")!.Options.HasFlag(RegexOptions.NonBacktracking).ShouldBeTrue();
        Get("(a)\\\\1")!.Options.HasFlag(RegexOptions.NonBacktracking).ShouldBeFalse();
    }

    [Fact]
    public void A_pattern_that_is_too_long_is_rejected()
    {
        _patterns.Get(Encoding.ASCII.GetBytes($"\"{new string('a', PatternCache.MaxLength - 1)}\""), out var problem)
            .ShouldBeNull();
        problem.ShouldBe("longer than 4096 characters");
    }

    [Fact]
    public void The_last_patterns_are_kept_and_no_more()
    {
        var first = Get("first");
        Get("first").ShouldBeSameAs(first);
        for (var i = 0; i < 64; i++) Get($"p{i}");
        Get("first").ShouldNotBeSameAs(first);
    }

    [Fact]
    public void Deep_nesting_does_not_end_the_process()
    {
        var pattern = new string('(', 2000) + "a" + new string(')', 2000);
        Get(pattern)?.IsMatch("a").ShouldBeTrue();
    }

    private Regex? Get(string json) => _patterns.Get(Encoding.ASCII.GetBytes($"\"{json}\""), out _);

    private bool Matches(string pattern, string key)
    {
        var token = string.Concat(key.Select(c => c < '\u007f' ? c.ToString() : $"\\u{(int)c:x4}"));
        var matcher = new PatternMatcher(_patterns, Encoding.ASCII.GetBytes($"\"{pattern}\""));
        matcher.TryPrepare(out var problem).ShouldBeTrue(problem);
        return matcher.Matches(Encoding.ASCII.GetBytes($"\"{token}\""), default);
    }
}
