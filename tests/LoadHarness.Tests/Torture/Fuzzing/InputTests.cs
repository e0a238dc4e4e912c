using LoadHarness.Torture.Fuzzing;
using LoadHarness.Torture.Fuzzing.Inputs;

namespace LoadHarness.Tests.Torture.Fuzzing;

public sealed class InputTests
{
    [Fact]
    public void A_draft_replaces_inserts_and_removes()
    {
        var draft = new Draft(8);
        draft.Begin("abcdef"u8);
        draft.Replace(1, 2, "XYZ"u8);
        draft.ToArray().ShouldBe("aXYZdef"u8.ToArray());
        draft.Replace(0, 4, []);
        draft.ToArray().ShouldBe("def"u8.ToArray());
        draft.Replace(3, 0, "gh"u8);
        draft.ToArray().ShouldBe("defgh"u8.ToArray());
    }

    [Fact]
    public void A_draft_leaves_out_what_does_not_fit()
    {
        var draft = new Draft(4);
        draft.Begin("abcdef"u8);
        draft.ToArray().ShouldBe("abcd"u8.ToArray());
        draft.Replace(2, 1, "XYZ"u8);
        draft.ToArray().ShouldBe("abXd"u8.ToArray());
        draft.Replace(1, 99, []);
        draft.ToArray().ShouldBe("a"u8.ToArray());
    }

    [Fact]
    public void Inputs_differ_much_and_never_pass_their_longest()
    {
        var maker = new InputMaker(["12,{\"a\":1}\r\n"u8.ToArray(), []], ["word"u8.ToArray()], 100);
        var random = new FuzzRandom(1);
        var inputs = Enumerable.Range(0, 5000).Select(_ => maker.Make(random)).ToList();
        inputs.ShouldAllBe(input => input.Length <= 100);
        inputs.Count(input => input.Length == 100).ShouldBeGreaterThan(50);
        inputs.Select(Convert.ToHexString).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(1500);
        inputs.Count(input => input.AsSpan().IndexOf("word"u8) >= 0).ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Lengths_are_short_mostly_and_long_now_and_then()
    {
        var random = new FuzzRandom(1);
        var lengths = Enumerable.Range(0, 10_000).Select(_ => random.Length(4096)).ToList();
        lengths.ShouldAllBe(length => length >= 1 && length <= 4096);
        lengths.Count(length => length <= 64).ShouldBeGreaterThan(4000);
        lengths.Count(length => length > 2048).ShouldBeGreaterThan(300);
    }
}
