using LoadHarness.Torture.Crashes;
using Xunit.Abstractions;

namespace LoadHarness.Tests.Workloads.HashTable.Durability;

public class CrashTests(ITestOutputHelper output)
{
    private const int Seeds = 10_000;

    public static TheoryData<string> Syncs { get; } = new(DiskTorture.Syncs);

    [Fact]
    public void No_crash_loses_an_acknowledged_write_or_shows_half_a_write()
    {
        var syncs = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 0; seed < Seeds; seed++) CrashRun.Loss(seed, string.Empty, syncs).ShouldBeNull();
        syncs.Remove("table.txn.damaged");
        // What this one is for takes damage to show, see DamageTests.
        syncs.Remove("folder at start").ShouldBeTrue();
        syncs.ShouldBe(DiskTorture.Syncs, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Syncs))]
    public void A_server_with_one_sync_removed_loses_a_write(string sync)
    {
        var loss = Enumerable.Range(0, Seeds)
            .Select(seed => CrashRun.Loss(seed, sync, new HashSet<string>(StringComparer.Ordinal)))
            .FirstOrDefault(loss => loss is not null);
        output.WriteLine(loss);
        loss.ShouldNotBeNull();
    }
}
