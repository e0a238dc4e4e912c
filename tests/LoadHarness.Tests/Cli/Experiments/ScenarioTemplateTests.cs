using LoadHarness.Cli.Experiments;
using LoadHarness.Cli.Registry;
using LoadHarness.Experiments.Scenarios;

namespace LoadHarness.Tests.Cli;

public sealed class ScenarioTemplateTests
{
    [Fact]
    public void What_init_writes_is_a_valid_scenario()
    {
        var problems = new List<string>();
        var loader = new ScenarioFile(
            WorkloadRegistry.Default.All, ModelRegistry.Default.All);

        loader.Parse("scenario.yaml", ScenarioTemplate.Text, problems).ShouldNotBeNull();
        problems.ShouldBeEmpty();
    }
}
