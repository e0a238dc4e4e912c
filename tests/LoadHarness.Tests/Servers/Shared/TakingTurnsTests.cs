using LoadHarness.Cli.Registry;
using LoadHarness.Contracts.Serving;
using LoadHarness.Servers;
using LoadHarness.Servers.Shared;
using LoadHarness.Tests.Servers.Fakes;

namespace LoadHarness.Tests.Servers.Shared;

/// <summary>Models with one thread, whose clock the handlers themselves move: what they do takes longer than a round.
/// </summary>
public sealed class TakingTurnsTests
{
    private const int Endless = 100;
    private const int Requests = 10;

    [Theory]
    [InlineData("epoll")]
    [InlineData("io_uring")]
    [InlineData("select")]
    public void Between_two_long_turns_it_is_looked_for_new_requests(string model)
    {
        var time = new ManualTime();
        var (turns, sentAt, waited) = (0, 0, 0);
        TestClient? innocent = null;
        // All of it on the server's one thread; so a request is there as soon as it is sent.
        void GoOn()
        {
            time.Advance(Continuations<int>.Round * 2);
            if (++turns % Endless != 0 || turns > Requests * Endless) return;
            sentAt = turns;
            innocent!.Send("request\n");
        }

        void IsAsked() => waited += turns - sentAt;
        using var service = new PlainService(() => new EndlessHandler(GoOn, IsAsked));
        using var server = ModelRegistry.Default.Find(model)!
            .Start(service, new ServerOptions { Time = time }, SilentEventSink.Instance);
        using (innocent = new TestClient(server.Endpoint))
        {
            var endless = Enumerable.Range(0, Endless).Select(_ => new TestClient(server.Endpoint)).ToList();
            Eventually.Is(() => server.OpenCount, Endless + 1, "all are accepted");
            endless.ForEach(client => client.Send("forever\n"));
            for (var i = 0; i < Requests; i++) innocent.ReadLine().ShouldBe("request");
            endless.ForEach(client => client.Reset());
        }

        // One turn each; some more where the system delivers late.
        waited.ShouldBeLessThan(Requests * Endless / 10);
    }
}
