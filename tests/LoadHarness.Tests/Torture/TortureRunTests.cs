using LoadHarness.Torture;

namespace LoadHarness.Tests.Torture;

public sealed class TortureRunTests
{
    private static readonly TortureFigure _kept = new("lost writes", "0", "0");
    private static readonly TortureFigure _broken = new("lost writes", "3", "0", Held: false);
    private static readonly TortureFigure _measured = new("rounds", "1,000");

    [Fact]
    public void A_run_that_keeps_its_promises_ends_with_0_and_a_table()
    {
        var (code, output, errors) = Run([], new SampleTorture("crash", _measured, _kept));
        code.ShouldBe(0);
        output.ShouldContain("| crash | rounds | 1,000 |  |  |");
        output.ShouldContain("| crash | lost writes | 0 | 0 | yes |");
        output.ShouldContain("1 promises kept, 0 broken");
        errors.ShouldContain("crash: crash holds");
    }

    [Fact]
    public void A_broken_promise_ends_with_1()
    {
        var (code, output, _) = Run([], new SampleTorture("crash", _broken), new SampleTorture("fuzz", _kept));
        code.ShouldBe(1);
        output.ShouldContain("| crash | lost writes | 3 | 0 | NO |");
        output.ShouldContain("1 promises kept, 1 broken");
    }

    [Fact]
    public void A_part_that_fails_is_a_broken_promise_and_the_others_still_run()
    {
        var (code, output, errors) = Run([], new SampleTorture("crash"), new SampleTorture("fuzz", _kept));
        code.ShouldBe(1);
        output.ShouldContain("| crash | the part itself | InvalidOperationException | ends | NO |");
        output.ShouldContain("| fuzz |");
        errors.ShouldContain("nothing to give");
    }

    [Fact]
    public void Only_the_named_parts_run_in_an_empty_folder_that_is_removed()
    {
        var (one, other) = (new SampleTorture("crash", _kept), new SampleTorture("fuzz", _kept));
        Run(["part=fuzz", "seed=7", "minutes=4"], one, other).Code.ShouldBe(0);
        one.Budget.ShouldBeNull();
        other.Budget!.Seed.ShouldBe(7UL);
        other.HadEmptyFolder.ShouldBeTrue();
        Directory.Exists(other.Budget.Folder).ShouldBeFalse();
    }

    [Fact]
    public void Parts_share_the_time_that_is_left()
    {
        var (one, other) = (new SampleTorture("crash", _kept), new SampleTorture("fuzz", _kept));
        Run(["minutes=4"], one, other);
        one.Budget!.Span.TotalMinutes.ShouldBeInRange(1.5, 2);
        // The first one took next to nothing of its half.
        other.Budget!.Span.ShouldBeGreaterThan(one.Budget.Span);
    }

    [Fact]
    public void A_part_without_enough_time_is_left_out_and_the_table_says_so()
    {
        var one = new SampleTorture("crash", _kept) { Least = TimeSpan.FromMinutes(1) };
        var other = new SampleTorture("soak", _kept) { Least = TimeSpan.FromMinutes(3.5) };
        var (code, output, _) = Run(["minutes=4"], one, other);
        code.ShouldBe(0);
        one.Budget!.Span.TotalMinutes.ShouldBeInRange(3.5, 4);
        other.Budget.ShouldBeNull();
        output.ShouldContain("| soak | left out, it takes 3.5 minutes at least |  |  |  |");
    }

    [Fact]
    public void What_parts_take_at_least_is_theirs_before_the_rest_is_shared()
    {
        var one = new SampleTorture("crash", _kept) { Least = TimeSpan.FromMinutes(1) };
        var other = new SampleTorture("soak", _kept) { Least = TimeSpan.FromMinutes(5) };
        var (_, output, errors) = Run(["minutes=8"], one, other);
        one.Budget!.Span.TotalMinutes.ShouldBeInRange(1.5, 2);
        other.Budget!.Span.TotalMinutes.ShouldBeGreaterThan(6);
        errors.ShouldContain("crash: crash holds; 2.0 of 8.0 minutes");
        errors.ShouldContain("crash: lost writes: 0");
        output.ShouldContain("8.0 minutes given, 0.0 taken");
    }

    [Theory]
    [InlineData("part=none", "no such part: none. There are crash")]
    [InlineData("hours=1", "unknown: hours=1")]
    [InlineData("minutes=much", "no number of minutes")]
    public void Words_that_are_not_understood_end_with_2(string word, string complaint)
    {
        var (code, output, errors) = Run([word], new SampleTorture("crash", _kept));
        code.ShouldBe(2);
        output.ShouldBeEmpty();
        errors.ShouldContain(complaint);
    }

    private static (int Code, string Output, string Errors) Run(string[] words, params ITorture[] all)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = TortureRun.Run(words, all, output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
