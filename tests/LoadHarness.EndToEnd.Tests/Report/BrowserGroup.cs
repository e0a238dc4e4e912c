namespace LoadHarness.EndToEnd.Tests.Report;

/// <summary>
/// The tests that look at the report in a browser. They share one browser and run while no other test does: a browser
/// takes the CPUs that load runs are measured on.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class BrowserGroup : ICollectionFixture<ReportBrowser>
{
    /// <summary>Name of the group.</summary>
    public const string Name = "browser";
}
