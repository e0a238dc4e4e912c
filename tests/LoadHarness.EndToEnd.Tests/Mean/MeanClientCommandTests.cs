using LoadHarness.Cli;
using LoadHarness.EndToEnd.Tests.Clients;
using LoadHarness.EndToEnd.Tests.Serving;

namespace LoadHarness.EndToEnd.Tests.Mean;

/// <summary><c>loadharness client mean</c> against <c>loadharness serve mean</c>.</summary>
public sealed class MeanClientCommandTests
{
    [Theory]
    [InlineData("threaded")]
    [InlineData("select")]
    public void Clients_one_after_the_other_print_3_and_4_and_5(string model)
    {
        using var server = ServeProcess.Start("mean", "--model", model, "--port", "0");
        foreach (var (number, data, mean) in new[] { ("1", "3", "3.0"), ("2", "5", "4.0"), ("3", "7", "5.0") })
        {
            var run = ProgramRun.Of(
                "client", "mean", server.Endpoint.ToString(), data, "--number", number, "--wait-s", "0");
            run.ExitCode.ShouldBe(ExitCode.Success, run.Errors);
            run.Output.TrimEnd().Split('\n').ShouldBe(
            [
                $"Client {number}: connecting to ('127.0.0.1', {server.Endpoint.Port})",
                $"Client {number}: sending data: {data}",
                $"Client {number}: sleeping for 0 seconds",
                $"Client {number}: sending ready message",
                $"Client {number}: receving mean data",
                $"Client {number}: mean_data {mean}",
            ]);
        }
    }

    [Fact]
    public void A_server_that_is_not_there_is_one_clear_line()
    {
        var run = ProgramRun.Of("client", "mean", "127.0.0.1:1", "3");
        run.ExitCode.ShouldBe(ExitCode.ServerFailed);
        run.Errors.Trim().ShouldNotContain("\n");
        run.Errors.ShouldContain("127.0.0.1:1");
    }

    [Theory]
    [InlineData("127.0.0.1:8081", "three", "data: expected a whole number of at most 4300 digits")]
    [InlineData("somewhere", "3", "'somewhere' is not an address and a port, like 127.0.0.1:8081")]
    public void Wrong_arguments_are_told_with_what_would_be_right(string server, string data, string expected)
    {
        var run = ProgramRun.Of("client", "mean", server, data);
        run.ExitCode.ShouldBe(ExitCode.UsageError);
        run.Errors.ShouldStartWith(expected);
    }
}
