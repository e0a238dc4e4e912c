using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Tests.Platform.Processes;

public sealed class CpuSetTests
{
    [Theory]
    [InlineData("0", new[] { 0 })]
    [InlineData("0-3,8\n", new[] { 0, 1, 2, 3, 8 })]
    [InlineData("3,1,1", new[] { 1, 3 })]
    [InlineData("", new int[0])]
    public void The_kernel_format_is_read(string text, int[] cpus) => CpuSet.TryParse(text)!.Cpus.ShouldBe(cpus);

    [Theory]
    [InlineData("a")]
    [InlineData("3-1")]
    [InlineData("1-2-3")]
    [InlineData("-1")]
    [InlineData("5000")]
    public void Other_text_is_refused(string text) => CpuSet.TryParse(text).ShouldBeNull();

    [Fact]
    public void What_is_written_is_read_back() =>
        Prop.ForAll(Gen.Choose(0, ThreadAffinity.HighestCpu).ListOf().ToArbitrary(), cpus =>
        {
            var set = new CpuSet(cpus);
            return set.Equals(CpuSet.TryParse(set.ToString()));
        }).QuickCheckThrowOnFailure();
}
