using LoadHarness.Analysis.OpenLoop;

namespace LoadHarness.Tests.Analysis.OpenLoop;

public sealed class ConnectionRuleTests
{
    [Theory]
    [InlineData(0, 0, null, 128)]
    [InlineData(0, 8, null, 128)]
    [InlineData(0, 64, null, 256)]
    [InlineData(0, 1000, null, 1024)]
    [InlineData(0, int.MaxValue, null, 1024)]
    [InlineData(0, 64, 32, 32)]
    [InlineData(0, 1, 1, 1)]
    [InlineData(7, 64, null, 7)]
    [InlineData(5000, 1, null, 5000)]
    [InlineData(5000, 1, 100, 100)]
    public void Four_for_each_client_within_bounds_unless_the_scenario_says(
        int asked, int clients, int? limit, int connections) =>
        ConnectionRule.Connections(asked, clients, limit).ShouldBe(connections);

    /// <summary>P(more than n in the system) = ρⁿ⁺¹ in an M/M/1 queue.</summary>
    [Fact]
    public void The_fewest_are_so_many_that_waiting_for_one_is_the_exception_at_95_percent_of_the_capacity() =>
        Math.Pow(0.95, ConnectionRule.Fewest).ShouldBeLessThan(0.0015);
}
