using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Workloads.Mean;

namespace LoadHarness.Tests.Workloads.Mean;

public sealed class PythonFloatTests
{
    [Theory]
    [InlineData(0.0, "0.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(2.0, "2.0")]
    [InlineData(-4.5, "-4.5")]
    [InlineData(100.0, "100.0")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00012, "0.00012")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(1.5e-7, "1.5e-07")]
    [InlineData(1.0 / 3, "0.3333333333333333")]
    [InlineData(9007199254740993.0, "9007199254740992.0")]
    [InlineData(9999999999999998.0, "9999999999999998.0")]
    [InlineData(1e15, "1000000000000000.0")]
    [InlineData(1e16, "1e+16")]
    [InlineData(123456789012345678.0, "1.2345678901234568e+17")]
    [InlineData(1e22, "1e+22")]
    [InlineData(1e23, "1e+23")]
    [InlineData(-1e100, "-1e+100")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(double.MaxValue, "1.7976931348623157e+308")]
    [InlineData(double.PositiveInfinity, "inf")]
    [InlineData(double.NegativeInfinity, "-inf")]
    [InlineData(double.NaN, "nan")]
    public void It_is_what_Python_prints(double value, string expected) => PythonFloat.Repr(value).ShouldBe(expected);

    [Fact]
    public void It_gives_the_same_double_back_and_needs_no_more_than_17_digits() =>
        Prop.ForAll(ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite).ToArbitrary(), value =>
        {
            var text = PythonFloat.Repr(value);
            double.Parse(text, CultureInfo.InvariantCulture).ShouldBe(value);
            text.Split('e')[0].Trim('-').Replace(".", "", StringComparison.Ordinal).Trim('0').Length
                .ShouldBeLessThanOrEqualTo(17);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_culture_with_a_decimal_comma_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            PythonFloat.Repr(-1234.5).ShouldBe("-1234.5");
            PythonFloat.Repr(1.5e300).ShouldBe("1.5e+300");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
