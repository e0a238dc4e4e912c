using LoadHarness.Cli.Registry;
using LoadHarness.Servers;
using LoadHarness.Tests.Servers.Fakes;
using LoadHarness.Torture.Attacks;
using LoadHarness.Torture.Attacks.Victims;

namespace LoadHarness.Tests.Servers.Attacks;

/// <summary>The table beside a crowd whose patterns backtrack without end.</summary>
public sealed class BesideExplodingScansTests
{
    private const int Crowd = 200;
    private const int Operations = 20;

    [Theory]
    [InlineData("threaded")]
    [InlineData("select")]
    [InlineData("epoll")]
    [InlineData("io_uring")]
    [InlineData("async")]
    public void Innocent_clients_have_done_with_all_their_operations_before_the_crowd_has_its_answers(string model)
    {
        var victim = AllVictims.List.Single(victim => victim.Workload is "hashtable");
        using var server = new AttackedServer(ModelRegistry.Default.Find(model)!, victim, new ServerOptions());
        using var innocent = new Innocent(server.Endpoint, victim);
        innocent.Prepare();
        innocent.Try().ShouldBeTrue();
        var crowd = Enumerable.Range(0, Crowd).Select(_ => new TestClient(server.Endpoint)).ToList();
        crowd.ForEach(client => client.Send(victim.Costly));
        for (var i = 0; i < Operations; i++) innocent.Try().ShouldBeTrue($"{innocent.LastFailure}");
        // Served one after the other, all of the crowd would come before each of these operations.
        crowd.Count(client => client.Available == 0).ShouldBeGreaterThan(Crowd / 4);
        crowd.ForEach(client => client.Reset());
    }
}
