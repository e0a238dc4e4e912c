using LoadHarness.Cli.Experiments;
using LoadHarness.Cli.Registry;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Experiments.Scenarios;
using LoadHarness.Experiments.Suts;

namespace LoadHarness.Tests.Cli.Experiments;

public sealed class ScenarioTemplateTests
{
    private static readonly ForeignServer _started =
        new() { Name = "server.py", Command = ["python3", "a b's.py", "{port}"] };

    private static readonly ForeignServer _running =
        new() { Name = "127.0.0.1:7000", Address = TargetAddress.TryParse("127.0.0.1:7000") };

    public static TheoryData<string> Workloads => [.. WorkloadRegistry.Default.All.Select(workload => workload.Name)];

    [Theory]
    [MemberData(nameof(Workloads))]
    public void What_init_writes_is_a_valid_scenario(string workload)
    {
        Parse(Text(workload, null)).Server.Models.ShouldNotBeEmpty();
        Parse(Text(workload, _started)).Server.Foreign!.Command.ShouldBe(_started.Command);
        Parse(Text(workload, _running)).Server.Foreign!.Address.ShouldBe(_running.Address);
    }

    [Theory]
    [MemberData(nameof(Workloads))]
    public void Every_option_of_the_clients_can_be_had_by_taking_its_mark_away(string workload)
    {
        var text = Text(workload, null);
        var plain = new HashSet<string>(StringComparer.Ordinal);
        foreach (var option in WorkloadRegistry.Default.Find(workload)!.Options)
        {
            var marked = $"\n  # {option.Name}: ";
            if (text.Contains(marked, StringComparison.Ordinal)) plain.Add(option.Name);
            text = text.Replace(marked, $"\n  {option.Name}: ", StringComparison.Ordinal);
        }

        Parse(text).ClientOptions.Keys.ShouldBe(plain, ignoreOrder: true);
    }

    [Theory]
    [InlineData("folder/my-server2.yaml", "my-server2")]
    [InlineData("My Server.yaml", "my-first")]
    [InlineData(".yaml", "my-first")]
    public void The_scenario_is_called_after_its_file_where_that_can_be(string path, string name) =>
        Parse(ScenarioTemplate.Of(path, WorkloadRegistry.Default.Find("raw")!, ModelRegistry.Default.All, null))
            .Name.ShouldBe(name);

    [Theory]
    [MemberData(nameof(Workloads))]
    public void No_line_of_the_template_is_too_long_to_read(string workload) =>
        Text(workload, null).Split('\n').ShouldAllBe(line => line.Length <= 140);

    private static string Text(string workload, ForeignServer? foreign) => ScenarioTemplate.Of(
        "scenario.yaml", WorkloadRegistry.Default.Find(workload)!, ModelRegistry.Default.All, foreign);

    private static Scenario Parse(string text)
    {
        var problems = new List<string>();
        var loader = new ScenarioFile(WorkloadRegistry.Default.All, ModelRegistry.Default.All);
        var scenario = loader.Parse("scenario.yaml", text, problems);
        problems.ShouldBeEmpty(text);
        return scenario!;
    }
}
