using System.Text.RegularExpressions;
using LoadHarness.Tests.Workloads.HashTable.Serving;
using LoadHarness.Workloads.HashTable.Searching;

namespace LoadHarness.Tests.Workloads.HashTable.Searching;

public sealed class TableSearchTests
{
    private static readonly SearchLimits _limits = new(10, TimeSpan.FromSeconds(2));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_key_that_seems_too_slow_is_tried_again_in_the_next_slice(int times)
    {
        using var search = SearchWith(new SlowMatcher(times));
        for (var i = 0; i < times; i++) search.Advance().ShouldBe(SearchState.Running);
        search.Advance().ShouldBe(SearchState.Done);
        search.Found.Count.ShouldBe(3);
    }

    [Fact]
    public void A_key_that_is_too_slow_three_times_ends_the_search()
    {
        using var search = SearchWith(new SlowMatcher(3));
        search.Advance().ShouldBe(SearchState.Running);
        search.Advance().ShouldBe(SearchState.Running);
        search.Advance().ShouldBe(SearchState.OutOfTime);
    }

    [Fact]
    public void Slow_moments_of_different_keys_are_not_added_up()
    {
        using var search = SearchWith(new SlowMatcher(2, ofEveryKey: true));
        for (var i = 0; i < 6; i++) search.Advance().ShouldBe(SearchState.Running);
        search.Advance().ShouldBe(SearchState.Done);
        search.Found.Count.ShouldBe(3);
    }

    [Fact]
    public void A_pattern_is_made_in_the_first_slice_and_refused_there()
    {
        var patterns = new PatternCache(isWhole: false);
        using var search = SearchWith(new PatternMatcher(patterns, "\"(\""u8.ToArray()));
        search.Problem.ShouldBeEmpty();
        search.Advance().ShouldBe(SearchState.Refused);
        search.Problem.ShouldBe("InsufficientClosingParentheses at offset 1");
    }

    private static TableSearch SearchWith(IEntryMatcher matcher) =>
        new(new TestTable().Fill(3).Store.TakeSnapshot(), matcher, _limits, new StoppedTime());

    /// <summary>Takes too long for the last key, or for every one, so many times.</summary>
    private sealed class SlowMatcher(int times, bool ofEveryKey = false) : IEntryMatcher
    {
        private int _done;

        public bool IsCostly => true;

        public bool Matches(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
        {
            if (!ofEveryKey && !key.SequenceEqual("\"k2\""u8)) return true;
            if (_done++ < times) throw new RegexMatchTimeoutException();
            _done = 0;
            return true;
        }
    }
}
