using LoadHarness.Analysis.Statistics;
using LoadHarness.Report.Figures.Model;
using LoadHarness.Report.Text;

namespace LoadHarness.Tests.Report.Text;

public class NumberTextTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.000123456, "0.000123")]
    [InlineData(1.0051, "1.01")]
    [InlineData(9.996, "10.0")]
    [InlineData(12345, "12300")]
    [InlineData(-0.5, "−0.500")]
    [InlineData(double.NaN, "–")]
    [InlineData(double.PositiveInfinity, "–")]
    public void A_number_has_three_significant_digits(double value, string text) =>
        NumberText.Digits(value).ShouldBe(text);

    [Theory]
    [InlineData(Quantity.Time_us, 0.25, "250 ns")]
    [InlineData(Quantity.Time_us, 999.9, "1.00 ms")]
    [InlineData(Quantity.Time_us, 1_234_567, "1.23 s")]
    [InlineData(Quantity.Time_s, 0.0042, "4.20 ms")]
    [InlineData(Quantity.Share, 0.123, "12.3 %")]
    [InlineData(Quantity.Size_bytes, 1536, "1.50 KiB")]
    [InlineData(Quantity.Rate_per_s, 118_432, "118 k/s")]
    [InlineData(Quantity.Rate_per_s, 12.34, "12.3 /s")]
    [InlineData(Quantity.Time_us, double.NaN, "–")]
    public void A_quantity_has_its_unit(Quantity quantity, double value, string text) =>
        NumberText.Of(value, quantity).ShouldBe(text);

    [Theory]
    [InlineData(Quantity.Rate_per_s, 0, "0")]
    [InlineData(Quantity.Rate_per_s, 20_000, "20 k")]
    [InlineData(Quantity.Rate_per_s, 2_500_000, "2.5 M")]
    [InlineData(Quantity.Time_us, 10_000, "10 ms")]
    [InlineData(Quantity.Share, 0.5, "50 %")]
    [InlineData(Quantity.Number, 1024, "1024")]
    public void A_tick_has_no_useless_zeros(Quantity quantity, double value, string text) =>
        NumberText.Tick(value, quantity).ShouldBe(text);

    [Fact]
    public void A_number_below_zero_has_a_minus_sign_and_no_hyphen_in_every_form() =>
        string.Join("; ", NumberText.Of(-0.004, Quantity.Share), NumberText.Of(-1500, Quantity.Rate_per_s),
            NumberText.Prefixed(-1500), NumberText.Plain(-2, 1), NumberText.Count(-1234), NumberText.Grouped(-1234.5),
            NumberText.Tick(-0.5, Quantity.Share), NumberText.Tick(-20, Quantity.Time_us),
            NumberText.Tick(-3, Quantity.Number))
            .ShouldBe("−0.400 %; −1.50 k/s; −1.50 k; −2.0; −1,234; −1,234; −50 %; −20 µs; −3");

    [Theory]
    [InlineData(-0.04)]
    [InlineData(-0.0)]
    [InlineData(0.04)]
    public void What_is_rounded_to_zero_has_no_sign(double value) => NumberText.Plain(value, 1).ShouldBe("0.0");

    [Fact]
    public void A_raw_number_that_is_rounded_to_zero_has_no_sign() => NumberText.Grouped(-0.001).ShouldBe("0.00");

    [Fact]
    public void The_three_numbers_of_an_interval_share_prefix_and_decimals() =>
        IntervalText.Rate(new Interval(1020, 998, 1041, 3, IntervalBasis.Restarts))
            .ShouldBe("1.02 k (1.00 k – 1.04 k)");

    [Fact]
    public void A_wide_interval_has_fewer_digits() =>
        IntervalText.Rate(new Interval(1020, 700, 1300, 3, IntervalBasis.Restarts)).ShouldBe("1.0 k (0.7 k – 1.3 k)");

    [Fact]
    public void An_estimate_without_interval_stands_alone() =>
        IntervalText.Ratio(new Interval(0.72, double.NaN, double.NaN, 1, IntervalBasis.None)).ShouldBe("0.720");

    [Fact]
    public void No_estimate_is_a_dash() => IntervalText.Rate(Interval.None).ShouldBe(NumberText.None);

    [Fact]
    public void Numbers_are_the_same_where_a_comma_is_the_decimal_point() => InCulture.WithComma(() =>
        NumberText.Digits(1.25) + NumberText.Of(1234.5, Quantity.Time_us) + NumberText.Tick(2500, Quantity.Rate_per_s)
        + NumberText.Grouped(1234.5) + NumberText.Count(1234567)).ShouldBe("1.251.23 ms2.5 k1,2341,234,567");

    [Theory]
    [InlineData(1, "client", "1 client")]
    [InlineData(0, "client", "0 clients")]
    [InlineData(2, "capacity", "2 capacities")]
    [InlineData(2, "CPU", "2 CPUs")]
    [InlineData(3, "flush", "3 flushes")]
    public void Nouns_agree_with_their_number(long count, string noun, string text) =>
        Words.Plural(count, noun).ShouldBe(text);

    [Fact]
    public void Lists_end_with_and() =>
        (Words.List(["a"]) + "; " + Words.List(["a", "b"]) + "; " + Words.List(["a", "b", "c"]))
            .ShouldBe("a; a and b; a, b and c");
}
