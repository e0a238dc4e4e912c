using LoadHarness.Tests.Report;
using LoadHarness.Torture;

namespace LoadHarness.Tests.Torture;

public sealed class TortureOptionsTests
{
    [Fact]
    public void Without_words_all_parts_run_for_half_an_hour()
    {
        var options = TortureOptions.Parse([]);
        options.Minutes.ShouldBe(30);
        options.Seed.ShouldBe(1UL);
        options.Parts.ShouldBeEmpty();
    }

    [Fact]
    public void Words_are_read_also_where_a_comma_is_the_decimal_point()
    {
        string[] words = ["minutes=2.5", "seed=18446744073709551615", "part=fuzz,soak", "only=epoll http"];
        var options = InCulture.WithComma(() => TortureOptions.Parse(words));
        options.Minutes.ShouldBe(2.5);
        options.Seed.ShouldBe(ulong.MaxValue);
        options.Parts.ShouldBe(["fuzz", "soak"]);
        options.Only.ShouldBe("epoll http");
    }

    [Theory]
    [InlineData("minutes=-1")]
    [InlineData("minutes=NaN")]
    [InlineData("minutes=1e9")]
    [InlineData("seed=-1")]
    [InlineData("seed=1.5")]
    [InlineData("seed")]
    [InlineData("")]
    public void Anything_else_is_refused(string word) =>
        Should.Throw<FormatException>(() => TortureOptions.Parse([word]));
}
