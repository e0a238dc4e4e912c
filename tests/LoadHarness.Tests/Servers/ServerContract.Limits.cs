using System.Net.Sockets;
using LoadHarness.Servers;
using LoadHarness.Tests.Servers.Fakes;

namespace LoadHarness.Tests.Servers;

public abstract partial class ServerContract
{
    private static readonly TimeSpan _oftenEnough = TimeSpan.FromMilliseconds(5);

    [Fact]
    public void A_request_that_comes_byte_by_byte_is_given_up_with_an_error_after_the_request_timeout()
    {
        var time = new ManualTime();
        var server = StartLines(new ServerOptions { Time = time, CheckInterval = _oftenEnough });
        using var slow = Connect(server);
        PassTime(
            time,
            TimeSpan.FromSeconds(20),
            () =>
            {
                TrySend(slow, "x");
                return slow.Available > 0;
            });
        slow.ReadLine().ShouldBe("given up");
        slow.Dispose();
        AllIsClosed(server);
        _sink.Events.ShouldHaveSingleItem().Detail
            .ShouldContain("a request not complete within 60 s of its first byte");
    }

    [Fact]
    public void Half_a_request_is_given_up_and_dropped_even_if_the_peer_never_closes()
    {
        var time = new ManualTime();
        var server = StartLines(new ServerOptions
        {
            Time = time,
            CheckInterval = _oftenEnough,
            IdleTimeout = Timeout.InfiniteTimeSpan,
        });
        using var half = Connect(server);
        half.Send("half a requ");
        PassTime(time, TimeSpan.FromSeconds(61), () => half.Available > 0 && server.OpenCount == 0);
        half.ReadLine().ShouldBe("given up");
        AllIsClosed(server);
    }

    [Fact]
    public void A_request_longer_than_any_may_be_is_given_up_with_an_error()
    {
        const int Longest = 100_000;
        var server = StartLines(new ServerOptions { LongestRequest_bytes = Longest });
        using (var greedy = Connect(server))
        {
            TrySend(greedy, new string('x', Longest));
            greedy.ReadLine().ShouldBe("given up");
        }

        using var next = Connect(server);
        next.Ask("hello").ShouldBe("hello");
        _sink.Events.ShouldHaveSingleItem().Detail.ShouldContain("a request longer than 100000 bytes");
    }

    [Fact]
    public void An_answer_timeout_of_none_lets_a_peer_take_its_time()
    {
        var time = new ManualTime();
        var server = StartLines(new ServerOptions
        {
            Time = time,
            CheckInterval = _oftenEnough,
            AnswerTimeout = Timeout.InfiniteTimeSpan,
            IdleTimeout = Timeout.InfiniteTimeSpan,
        });
        using var deaf = Connect(server, receiveBuffer_bytes: 4096);
        deaf.Send("big 100\n");
        Eventually.True(() => deaf.Available > 0, "an answer begins");
        time.Advance(TimeSpan.FromDays(1));
        deaf.Read(100 * LineHandler.Piece_bytes).Length.ShouldBe(100 * LineHandler.Piece_bytes);
        deaf.ReadLine().ShouldBeEmpty();
    }

    private static void TrySend(TestClient client, string text)
    {
        try
        {
            client.Send(text);
        }
        catch (SocketException)
        {
            // The server has had enough.
        }
    }
}
