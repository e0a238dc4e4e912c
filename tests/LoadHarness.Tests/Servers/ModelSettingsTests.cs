using LoadHarness.Cli.Registry;
using LoadHarness.Servers;

namespace LoadHarness.Tests.Servers;

public sealed class ModelSettingsTests
{
    [Theory]
    [InlineData("prefork", "hashtable", true)]
    [InlineData("prefork", "number-list", false)]
    [InlineData("select", "hashtable", false)]
    [InlineData("select", "calibration", true)]
    [InlineData("threaded", "calibration", true)]
    [InlineData("epoll", "calibration", false)]
    public void A_model_refuses_what_it_cannot_serve_shared_state_over_processes_or_timers_it_has_not(
        string model, string workload, bool isRefused)
    {
        var refusal = ModelSettings.Refusal(
            ModelRegistry.Default.Find(model)!, WorkloadRegistry.Default.Find(workload)!);
        (refusal is not null).ShouldBe(isRefused);
    }

    [Fact]
    public void No_option_of_a_model_bears_the_name_of_an_option_of_a_workload()
    {
        var models = ModelRegistry.Default.All.SelectMany(model => model.Options).Select(option => option.Name);
        var workloads = WorkloadRegistry.Default.All.SelectMany(workload => workload.Options)
            .Select(option => option.Name);
        models.Intersect(workloads, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void The_defaults_of_every_model_are_valid()
    {
        foreach (var model in ModelRegistry.Default.All)
            ModelSettings.Of(model, ModelSettings.None).Values.Count.ShouldBe(model.Options.Count);
    }
}
