using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Clients.Lists;

namespace LoadHarness.Tests.Clients.Lists;

public sealed class RadixSortTests
{
    [Fact]
    public void Any_integers_come_out_as_the_runtime_sorts_them() =>
        Prop.ForAll(Integers, numbers => Sorted(numbers).ShouldBe(numbers.Order())).QuickCheckThrowOnFailure();

    [Fact]
    public void Extremes_stand_at_the_ends() =>
        Sorted([0, int.MaxValue, -1, int.MinValue, 1]).ShouldBe([int.MinValue, -1, 0, 1, int.MaxValue]);

    [Theory]
    [InlineData(0)] // all passes are left out
    [InlineData(0x7FF)] // one pass is left to do
    [InlineData(0x7FF << 11)]
    [InlineData(0x3FF << 22)]
    [InlineData(0x3FFFFF)] // two
    public void Numbers_that_differ_in_some_bits_only_are_sorted(int bits)
    {
        var random = new Random(1);
        var numbers = Enumerable.Range(0, 5000).Select(_ => random.Next(int.MinValue, int.MaxValue) & bits).ToArray();
        Sorted(numbers).ShouldBe(numbers.Order());
    }

    [Fact]
    public void Nothing_and_one_number_stay_as_they_are()
    {
        Sorted([]).ShouldBeEmpty();
        Sorted([7]).ShouldBe([7]);
    }

    [Fact]
    public void Too_little_scratch_space_is_refused() =>
        Should.Throw<ArgumentException>(() => RadixSort.Sort(new int[2], new int[1]));

    private static Arbitrary<int[]> Integers =>
        Gen.Choose(int.MinValue, int.MaxValue).ArrayOf().ToArbitrary();

    private static int[] Sorted(int[] numbers)
    {
        var copy = numbers.ToArray();
        RadixSort.Sort(copy, new int[copy.Length]);
        return copy;
    }
}
