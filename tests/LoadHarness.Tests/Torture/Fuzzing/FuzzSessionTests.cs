using System.Text;
using LoadHarness.Torture.Fuzzing;

namespace LoadHarness.Tests.Torture.Fuzzing;

/// <summary>What the fuzzer is for, it finds: mistakes that were put in on purpose.</summary>
public sealed class FuzzSessionTests
{
    private const int Enough = 200_000;

    [Fact]
    public void An_exception_that_nobody_documented_is_found_and_told_with_the_input()
    {
        var failure = FirstFailure(input => input.AsSpan().IndexOf("99"u8) >= 0
            ? throw new InvalidOperationException("two nines") : "fine");
        failure.Problem.ShouldContain("two nines");
        failure.Input.AsSpan().IndexOf("99"u8).ShouldBeGreaterThanOrEqualTo(0);
        failure.ToString().ShouldContain(Convert.ToHexStringLower(failure.Input));
        failure.ToString().ShouldContain("of seed 5");
    }

    [Fact]
    public void Memory_out_of_proportion_is_found() =>
        FirstFailure(input => input.Length > 3 && input[0] == 'a' && input[1] > 'x'
            ? new byte[10_000_000].Length > 5 ? "much" : "" : "little").Problem.ShouldContain("bytes of memory");

    [Fact]
    public void What_has_a_new_outcome_leads_further_than_chance()
    {
        // Six words, one after the other: by chance once in more inputs than there will ever be.
        string[] words = ["open", "the", "door", "with", "two", "keys"];
        var failure = FirstFailure(
            input =>
            {
                var text = Encoding.Latin1.GetString(input);
                var found = Enumerable.Range(1, words.Length).TakeWhile(
                    count => text.StartsWith(string.Concat(words.Take(count)), StringComparison.Ordinal)).Count();
                return found == words.Length ? throw new InvalidOperationException("opened") : new string('x', found);
            },
            [.. words.Select(Encoding.ASCII.GetBytes)]);
        failure.Problem.ShouldContain("opened");
    }

    [Fact]
    public void The_same_seed_makes_the_same_inputs()
    {
        Inputs(5).ShouldBe(Inputs(5));
        Inputs(5).ShouldNotBe(Inputs(6));
    }

    [Fact]
    public void Most_inputs_are_mended_and_some_are_not()
    {
        var mended = 0;
        var session = new FuzzSession(
            new SampleTarget((input, _) =>
            {
                if (input is [1]) mended++;
                return FuzzOutcome.Of("");
            })
            {
                Seeds = [[7, 7, 7]],
                Mend = _ => [1],
            },
            5);
        for (var i = 0; i < 1000; i++) session.Next().ShouldBeNull();
        mended.ShouldBeInRange(800, 950);
    }

    [Fact]
    public void A_failing_input_is_written_to_a_file()
    {
        var folder = Directory.CreateTempSubdirectory("loadharness-fuzz-test-").FullName;
        try
        {
            var path = new FuzzFailure("a/b", [1, 2], 3, 4, "p").Save(folder);
            Path.GetFileName(path).ShouldBe("a-b-3-4.bin");
            File.ReadAllBytes(path).ShouldBe([1, 2]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<string> Inputs(ulong seed)
    {
        var inputs = new List<string>();
        var session = new FuzzSession(
            new SampleTarget((input, _) =>
            {
                inputs.Add(Convert.ToHexString(input));
                return FuzzOutcome.Of(input.Length > 5 ? "long" : "short");
            })
            {
                Seeds = ["ab12"u8.ToArray()],
            },
            seed);
        for (var i = 0; i < 200; i++) session.Next();
        return inputs;
    }

    private static FuzzFailure FirstFailure(Func<byte[], string> read, params byte[][] words)
    {
        var session = new FuzzSession(
            new SampleTarget((input, _) => FuzzOutcome.Of(read(input))) { Seeds = ["a12"u8.ToArray()], Words = words },
            5);
        for (var i = 0; i < Enough; i++)
        {
            if (session.Next() is { } failure) return failure;
        }

        throw new InvalidOperationException("the mistake was not found");
    }
}
