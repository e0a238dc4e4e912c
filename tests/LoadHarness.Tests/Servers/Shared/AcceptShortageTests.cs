using System.Net.Sockets;
using LoadHarness.Platform.Sockets;
using LoadHarness.Servers;
using LoadHarness.Servers.Shared;
using LoadHarness.Tests.Servers.Fakes;

namespace LoadHarness.Tests.Servers.Shared;

public sealed class AcceptShortageTests
{
    [Fact]
    public void A_shortage_is_told_once_and_says_what_to_do()
    {
        var sink = new RecordingSink();
        var shortage = new AcceptShortage(sink);
        for (var i = 0; i < 100; i++) shortage.Occurred(Shortages.Of(SocketError.TooManyOpenSockets)!);
        var told = sink.Messages.ShouldHaveSingleItem();
        told.ShouldContain("new connections wait");
        told.ShouldContain("RLIMIT_NOFILE");
        told.ShouldContain("ulimit -Hn");
        sink.Events.ShouldHaveSingleItem().Kind.ShouldBe("accept-backoff");
    }

    [Fact]
    public void A_server_that_gets_no_thread_resets_that_one_says_so_once_and_serves_the_others()
    {
        var sink = new RecordingSink();
        var isShort = true;
        using var server = new BlockingServer(
            new FakeService(() => new LineHandler()), new ServerOptions(), sink, exclusion: null,
            (running, connection) =>
            {
                // Longer than any string: throws what the runtime throws when the system gives it no thread.
                if (isShort) _ = new string('x', int.MaxValue);
                new Thread(() => running.Serve(connection)) { IsBackground = true }.Start();
            });
        for (var i = 0; i < 3; i++)
        {
            using var refused = new TestClient(server.Endpoint);
            Eventually.True(refused.IsEnded, "it is refused");
        }

        sink.Messages.ShouldHaveSingleItem().ShouldContain("no more threads");
        isShort = false;
        using var next = new TestClient(server.Endpoint);
        next.AskMany(10);
        server.OpenCount.ShouldBe(1);
    }
}
