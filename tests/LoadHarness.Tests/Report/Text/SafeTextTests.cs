using LoadHarness.Report.Text;

namespace LoadHarness.Tests.Report.Text;

public class SafeTextTests
{
    [Theory]
    [InlineData("plain – µs 😀 \t\n", "plain – µs 😀 \t\n")]
    [InlineData("a\0b\u0007c\u0085d", "a\ufffdb\ufffdc\ufffdd")]
    [InlineData("😀\0", "😀\ufffd")]
    public void What_XML_cannot_hold_is_replaced(string text, string safe) => SafeText.Of(text).ShouldBe(safe);

    [Fact]
    public void Half_of_a_pair_is_replaced() => SafeText.Of("a" + (char)0xD800 + "b" + (char)0xDC00)
        .ShouldBe("a\ufffdb\ufffd");
}
