using LoadHarness.Torture.Fuzzing;
using LoadHarness.Torture.Fuzzing.Playing;

namespace LoadHarness.Tests.Torture.Fuzzing;

public sealed class FeedingTests
{
    [Fact]
    public void Every_feeding_passes_every_byte_once()
    {
        var fed = new List<int>();
        Feeding.Compare(new byte[100], new FuzzRandom(1), 0, (input, feeding) =>
        {
            fed.Add(PiecesOf(input, feeding).Count);
            return FuzzOutcome.Of("");
        });
        fed.Count.ShouldBe(3);
        fed[0].ShouldBe(1);
        fed[1].ShouldBeInRange(2, 99);
        fed[2].ShouldBe(100);
    }

    [Fact]
    public void First_bytes_can_arrive_together() =>
        Feeding.Compare(new byte[100], new FuzzRandom(1), 24, (input, feeding) =>
        {
            PiecesOf(input, feeding)[0].ShouldBeGreaterThanOrEqualTo(24);
            return FuzzOutcome.Of("");
        });

    [Fact]
    public void A_parser_that_looks_at_single_pieces_is_found()
    {
        var broken = Should.Throw<BrokenPromiseException>(() => Feeding.Compare(
            "ab"u8.ToArray(), new FuzzRandom(1), 0,
            (input, feeding) => FuzzOutcome.Of(PiecesOf(input, feeding).Contains(2) ? "ab" : "a, b")));
        broken.Message.ShouldContain("fed whole");
    }

    [Fact]
    public void A_difference_that_does_not_come_again_is_none()
    {
        var calls = 0;
        Feeding.Compare("ab"u8.ToArray(), new FuzzRandom(1), 0, (_, _) => FuzzOutcome.Of(calls++ == 1 ? "late" : ""))
            .ShouldBe(FuzzOutcome.Of(""));
    }

    private static List<int> PiecesOf(byte[] input, Feeding feeding)
    {
        var pieces = new List<int>();
        for (var fed = 0; fed < input.Length; fed += pieces[^1]) pieces.Add(feeding.Next(fed, input.Length - fed));
        pieces.ShouldAllBe(piece => piece > 0);
        pieces.Sum().ShouldBe(input.Length);
        return pieces;
    }
}
