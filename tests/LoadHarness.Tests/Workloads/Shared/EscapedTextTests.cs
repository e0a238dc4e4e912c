using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Tests.Workloads.Shared;

public sealed class EscapedTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("ping", "70696E67")]
    [InlineData(@"a\n\r\t\\b", "610A0D095C62")]
    [InlineData(@"\x00\xfF1", "00FF31")]
    [InlineData(@"\\n", "5C6E")]
    [InlineData("a\nü", "610AC3BC")]
    [InlineData("\U0001F600", "F09F9880")]
    public void A_text_stands_for_bytes(string text, string hex) =>
        Convert.ToHexString(EscapedText.Read(text)).ShouldBe(hex);

    [Theory]
    [InlineData(@"a\qb", @"'\qb'")]
    [InlineData(@"\", @"'\'")]
    [InlineData(@"\x1", @"'\x1'")]
    [InlineData(@"\x+1", @"'\x+1'")]
    [InlineData(@"\xG0 and more", @"'\xG0'")]
    public void An_unknown_escape_is_named(string text, string named) =>
        EscapedText.Check(text).ShouldHaveSingleItem().ShouldStartWith(named + " is no escape");

    [Fact]
    public void Any_bytes_can_be_written() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        bytes => EscapedText.Read(string.Concat(bytes.Select(value => @"\x" + Convert.ToHexString([value]))))
            .SequenceEqual(bytes)).QuickCheckThrowOnFailure();
}
