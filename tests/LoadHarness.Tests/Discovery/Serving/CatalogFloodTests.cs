using LoadHarness.Discovery.Records;
using LoadHarness.Tests.Discovery.Fakes;
using LoadHarness.Torture.Attacks;
using LoadHarness.Torture.Attacks.Kinds;

namespace LoadHarness.Tests.Discovery.Serving;

public sealed class CatalogFloodTests
{
    private const int MaxRecords = 100;
    private const int Queries = 30;

    [Fact]
    public async Task Beside_a_flood_of_datagrams_queries_are_answered_and_the_table_stays_within_its_limit()
    {
        var limits = new CatalogLimits { MaxRecords = MaxRecords };
        await using var catalog = new CatalogUnderFlood(limits, new ManualTime());
        using var flood = new DatagramFlood(catalog.Endpoint, seed: 3);
        for (var i = 0; i < Queries; i++) catalog.Ask();
        Eventually.Is(() => catalog.RecordCount, MaxRecords, "the flood has come through");
        for (var i = 0; i < Queries; i++) catalog.Ask();
        catalog.RecordCount.ShouldBe(MaxRecords);
    }
}
