using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Raw;

namespace LoadHarness.Tests.Workloads.Raw;

public sealed class RawOptionsTests
{
    private static readonly IWorkload _workload = new RawWorkload();

    [Theory]
    [InlineData("expect", "until ")]
    [InlineData("expect", @"until \q")]
    [InlineData("expect", "bytes 0")]
    [InlineData("expect", "bytes 1000000001")]
    [InlineData("expect", "bytes 1,5")]
    [InlineData("expect", "forever")]
    [InlineData("send", @"\")]
    [InlineData("send-hex", "0a1")]
    [InlineData("send-hex", "0x0a")]
    [InlineData("answer", @"\w")]
    [InlineData("answer-start", @"\w")]
    [InlineData("connection", "new")]
    public void What_cannot_be_read_is_told_with_its_name(string name, string value)
    {
        var problems = new List<string>();
        WorkloadSettings.Create(
            _workload.Options, new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value }, problems);
        problems.ShouldHaveSingleItem().ShouldStartWith(name + ": ");
    }

    [Fact]
    public void Digits_stand_in_place_of_the_text()
    {
        RawOptions.From(SocketlessRun.Settings(_workload)).Request.ShouldBe("ping\n"u8.ToArray());
        RawOptions.From(SocketlessRun.Settings(_workload, ("send", "x"), ("send-hex", "00 fF"))).Request
            .ShouldBe([0, 255]);
    }

    [Theory]
    [InlineData("kept", "until x", ConnectionUse.Persistent)]
    [InlineData("kept", "bytes 1000000000", ConnectionUse.Persistent)]
    [InlineData("kept", "close", ConnectionUse.PerOperation)]
    [InlineData("per-operation", "until x", ConnectionUse.PerOperation)]
    public void An_answer_that_ends_with_its_connection_needs_one_for_every_operation(
        string connection, string expect, ConnectionUse use) =>
        _workload.ConnectionUseOf(SocketlessRun.Settings(_workload, ("connection", connection), ("expect", expect)))
            .ShouldBe(use);
}
