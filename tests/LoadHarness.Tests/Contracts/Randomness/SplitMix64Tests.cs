using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Contracts.Randomness;

namespace LoadHarness.Tests.Contracts.Randomness;

public sealed class SplitMix64Tests
{
    [Theory]
    [InlineData(0, 0, 0xE220A8397B1DCDAF)]
    [InlineData(0, 1, 0x6E789E6AA1B965F4)]
    [InlineData(1234567, 0, 6457827717110365317)]
    [InlineData(1234567, 4, 16408922859458223821)]
    public void The_published_numbers_stand_at_their_places(ulong seed, ulong place, ulong number) =>
        SplitMix64.At(seed, place).ShouldBe(number);

    [Fact]
    public void A_fraction_is_never_0_nor_1() =>
        Prop.ForAll<ulong, ulong>((seed, place) => SplitMix64.UnitAt(seed, place) is > 0 and < 1)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Fractions_are_uniform()
    {
        const int draws = 100_000, cells = 20;
        var counts = new int[cells];
        for (var i = 0; i < draws; i++) counts[(int)(SplitMix64.UnitAt(7, (ulong)i) * cells)]++;

        // The sum of squared deviations over the expectation has mean 19 and deviation √38.
        var expected = (double)draws / cells;
        counts.Sum(count => (count - expected) * (count - expected) / expected).ShouldBeLessThan(19 + (4 * 6.2));
    }
}
