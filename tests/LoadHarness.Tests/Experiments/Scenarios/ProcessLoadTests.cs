using LoadHarness.Cli.Registry;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Experiments.Scenarios;

namespace LoadHarness.Tests.Experiments.Scenarios;

public sealed class ProcessLoadTests
{
    private readonly List<string> _problems = [];

    [Theory]
    [InlineData("processes", true)]
    [InlineData("virtual", false)]
    public void A_scenario_chooses_its_clients(string clients, bool usesProcesses)
    {
        var scenario = Read("hashtable", "stages: [insert, lookup]", clients);
        _problems.ShouldBeEmpty();
        scenario.ShouldNotBeNull().Generator.UsesProcesses.ShouldBe(usesProcesses);
    }

    [Theory]
    [InlineData("number-list", "window_ms: 100", "clients: processes: only hashtable has a client program")]
    [InlineData("hashtable", "stages: [insert, mixed]", "one type of operation at a time; leave out mixed")]
    [InlineData("hashtable", "think_time_ms: 1", "think_time_ms: client programs do not think")]
    [InlineData("hashtable", "churn: 5", "churn: client programs keep their connection")]
    [InlineData("hashtable", "cause_checks: on", "cause_checks: client programs cannot be slowed")]
    [InlineData("hashtable", "max_clients: 1000", "max_clients: at most 256 client programs")]
    public void What_client_programs_cannot_do_is_refused(string workload, string load, string expected)
    {
        Read(workload, load, "processes").ShouldBeNull();
        _problems.ShouldHaveSingleItem().ShouldContain(expected);
    }

    private Scenario? Read(string workload, string load, string clients) =>
        new ScenarioFile(WorkloadRegistry.Default.All, ModelRegistry.Default.All).Parse("s.yaml", $$"""
            name: some
            workload: { name: {{workload}} }
            server: { models: [select] }
            load: { {{load}} }
            generator: { clients: {{clients}} }
            profiles:
              default: { budget_s: 10 }
            """, _problems);
}
