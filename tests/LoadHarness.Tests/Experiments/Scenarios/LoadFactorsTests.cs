using LoadHarness.Contracts.Scenarios;
using LoadHarness.Experiments.Scenarios;
using LoadHarness.Workloads.Raw;

namespace LoadHarness.Tests.Experiments.Scenarios;

public sealed class LoadFactorsTests
{
    [Theory]
    [InlineData("connection", "kept", 0)]
    [InlineData("connection", "per-operation", 2)]
    [InlineData("expect", "close", 2)]
    [InlineData("expect", "wrong, which is told elsewhere", 0)]
    public void Whether_connections_are_kept_follows_from_the_options_of_the_clients(
        string option, string value, int problems) =>
        LoadFactors.Problems(
            new RawWorkload(),
            new Dictionary<string, string>(StringComparer.Ordinal) { [option] = value },
            new LoadSetup { Churn = 5, IdleConnections = 10 },
            new ServerSetup { Models = ["select"] },
            _ => null).Count().ShouldBe(problems);
}
