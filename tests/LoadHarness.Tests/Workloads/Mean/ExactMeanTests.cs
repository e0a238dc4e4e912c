using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Workloads.Mean;

namespace LoadHarness.Tests.Workloads.Mean;

public sealed class ExactMeanTests
{
    [Theory]
    [InlineData(15, 3, 5.0)]
    [InlineData(0, 7, 0.0)]
    [InlineData(-1, 2, -0.5)]
    [InlineData(1, 3, 1.0 / 3)]
    [InlineData(9_007_199_254_740_993, 1, 9_007_199_254_740_992.0)]
    [InlineData(9_007_199_254_740_995, 1, 9_007_199_254_740_996.0)]
    [InlineData(long.MaxValue, long.MaxValue, 1.0)]
    public void A_quotient_is_the_nearest_double_and_ties_go_to_even(long sum, long count, double expected) =>
        ExactMean.Of(sum, count).ShouldBe(expected);

    [Fact]
    public void One_part_in_a_thousand_digits_decides_a_tie()
    {
        var tie = (BigInteger.Pow(2, 54) + 2) * BigInteger.Pow(2, 900); // half way between two doubles
        ExactMean.Of(tie, 1).ShouldBe(Math.ScaleB(Math.Pow(2, 54), 900));
        ExactMean.Of(tie + 1, 1).ShouldBe(Math.ScaleB(Math.Pow(2, 54) + 4, 900));
        ExactMean.Of(tie - 1, 1).ShouldBe(Math.ScaleB(Math.Pow(2, 54), 900));
    }

    [Fact]
    public void What_no_double_can_hold_is_infinite()
    {
        var limit = (BigInteger.One << 1024) - (BigInteger.One << 970); // the first that rounds beyond the last double
        ExactMean.Of(limit - 1, 1).ShouldBe(double.MaxValue);
        ExactMean.Of(limit, 1).ShouldBe(double.PositiveInfinity);
        ExactMean.Of(-limit, 1).ShouldBe(double.NegativeInfinity);
        ExactMean.Of(limit * 3, 4).ShouldBeLessThan(double.MaxValue);
    }

    [Fact]
    public void No_other_double_is_nearer() =>
        Prop.ForAll(BigIntegers.Any, Gen.Choose(1, int.MaxValue).ToArbitrary(), (sum, count) =>
        {
            var mean = ExactMean.Of(sum, count);
            if (double.IsInfinity(mean)) return;
            var error = Error(sum, count, mean);
            error.ShouldBeLessThanOrEqualTo(Error(sum, count, Math.BitIncrement(mean)));
            error.ShouldBeLessThanOrEqualTo(Error(sum, count, Math.BitDecrement(mean)));
        }).QuickCheckThrowOnFailure();

    /// <summary>|sum/count − value|, exact, in units of count × 2^−1074.</summary>
    private static BigInteger Error(BigInteger sum, long count, double value)
    {
        if (double.IsInfinity(value)) return BigInteger.Abs(sum) << 2000;
        var bits = BitConverter.DoubleToInt64Bits(Math.Abs(value));
        var exponent = (int)(bits >> 52);
        var mantissa = bits & ((1L << 52) - 1);
        var scaled = exponent == 0 ? mantissa : (BigInteger)(mantissa | (1L << 52)) << (exponent - 1);
        return BigInteger.Abs((sum << 1074) - Math.Sign(value) * scaled * count);
    }
}
