using LoadHarness.Servers;
using LoadHarness.Servers.ThreadPool;

namespace LoadHarness.Tests.Servers.ThreadPool;

public sealed class ThreadPoolModelTests : ConcurrentServerContract
{
    public ThreadPoolModelTests()
        : base(new ThreadPoolModel())
    {
    }

    [Fact]
    public void Connections_beyond_the_workers_wait_in_the_queue_and_beyond_it_in_the_backlog()
    {
        var server = StartLines(Options("1", "1"));
        using var served = Connect(server);
        served.Ask("1").ShouldBe("1");
        using var queued = Connect(server);
        queued.Send("2\n");
        using var waiting = Connect(server);
        waiting.Send("3\n");
        Eventually.Is(() => server.OpenCount, 2, "the second is accepted");
        served.AskMany(300);
        (queued.Available + waiting.Available).ShouldBe(0);
        server.AcceptedCount.ShouldBe(2);
        served.Dispose();
        queued.ReadLine().ShouldBe("2");
        Eventually.Is(() => server.AcceptedCount, 3, "the third is accepted when there is room");
        queued.Dispose();
        waiting.ReadLine().ShouldBe("3");
    }

    [Fact]
    public void A_stopping_server_ends_connections_that_nobody_served_yet()
    {
        var server = StartLines(Options("1", "8"));
        using var served = Connect(server);
        served.Ask("1").ShouldBe("1");
        var queued = Enumerable.Range(0, 8).Select(_ => Connect(server)).ToList();
        Eventually.Is(() => server.OpenCount, 9, "all are accepted");
        server.Stop();
        Eventually.Ends(server.Completion, "the server has stopped");
        Eventually.True(() => queued.TrueForAll(client => client.IsEnded()), "every client is disconnected");
        server.OpenCount.ShouldBe(0);
    }

    [Fact]
    public void Its_connection_limit_is_its_number_of_workers() =>
        Model.ConnectionLimit(ModelSettings.Of(Model, Options("7", "0").ModelOptions)).ShouldBe(7);

    [Theory]
    [InlineData("0", "1", "workers: '0' is not a whole number from 1 to 10000")]
    [InlineData("many", "-1", "queue: '-1' is not a whole number from 0 to 100000")]
    public void A_wrong_option_is_refused_with_its_name(string workers, string queue, string said) =>
        Should.Throw<ServerSetupException>(() => StartLines(Options(workers, queue))).Message.ShouldContain(said);

    private static ServerOptions Options(string workers, string queue) => new()
    {
        ModelOptions = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["workers"] = workers,
            ["queue"] = queue,
        },
    };
}
