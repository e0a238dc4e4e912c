using LoadHarness.Platform.Processes;

namespace LoadHarness.Tests.Platform.Processes;

public sealed class ExecRequestTests
{
    [Fact]
    public void Arguments_are_read_back_as_written()
    {
        var request = new ExecRequest(
            ["prog", "--cpus", "x", "--"], new CpuSet([0, 2]), NewSession: true, DieWithParent: 17, Unset: "A_NAME");

        var back = ExecRequest.TryParse(request.ToArguments()).ShouldNotBeNull();

        back.Command.ShouldBe(request.Command);
        back.Cpus.ShouldBe(request.Cpus);
        back.NewSession.ShouldBeTrue();
        back.DieWithParent.ShouldBe(17);
        back.Unset.ShouldBe("A_NAME");
    }

    [Theory]
    [InlineData("")]
    [InlineData("--")]
    [InlineData("prog")]
    [InlineData("--cpus x -- prog")]
    [InlineData("--cpus")]
    [InlineData("--die-with-parent -1 -- prog")]
    [InlineData("--unset")]
    [InlineData("--unknown -- prog")]
    public void Wrong_arguments_are_refused(string arguments) =>
        ExecRequest.TryParse(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ShouldBeNull();
}
