using System.Text;
using LoadHarness.Contracts.Loading;
using LoadHarness.Engine;
using LoadHarness.Experiments.Running;

namespace LoadHarness.Tests.Experiments.Running;

public sealed class FaultTellerTests
{
    [Theory]
    [InlineData("HTTP/1.0 200 OK\r\n\tx\\\u0001", @"this answer was wrong: 'HTTP/1.0 200 OK\r\n\tx\\\x01'")]
    [InlineData("", "this answer was wrong: nothing had come of it")]
    public void A_wrong_answer_is_shown_as_it_came(string answer, string told) =>
        FaultTeller.Describe(Fault(Outcome.WrongAnswer, answer)).ShouldBe(told);

    [Fact]
    public void A_broken_answer_is_told_apart() => FaultTeller.Describe(Fault(Outcome.Reset, "half")).ShouldBe(
        "the server closed a connection in place of an answer, or in the middle of one: 'half'");

    [Fact]
    public void A_long_answer_is_cut()
    {
        var fault = FaultyAnswer.Of(
            ClientStep.Complete(1000, Outcome.WrongAnswer), new byte[1000], end: false).ShouldNotBeNull();
        fault.Bytes.Length.ShouldBe(FaultyAnswer.MostBytes);
        FaultTeller.Describe(fault).ShouldEndWith(@"\x00…'");
    }

    [Fact]
    public void What_is_right_or_not_yet_complete_is_no_fault()
    {
        FaultyAnswer.Of(ClientStep.Complete(1, Outcome.Correct), "x"u8, end: true).ShouldBeNull();
        FaultyAnswer.Of(ClientStep.Receive(), "x"u8, end: false).ShouldBeNull();
        FaultyAnswer.Of(ClientStep.Receive(), "x"u8, end: true)!.Outcome.ShouldBe(Outcome.Reset);
    }

    private static FaultyAnswer Fault(Outcome outcome, string answer) => new(outcome, Encoding.Latin1.GetBytes(answer));
}
