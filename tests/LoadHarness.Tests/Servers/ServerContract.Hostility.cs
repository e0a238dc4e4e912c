using LoadHarness.Contracts.Serving;
using LoadHarness.Servers;
using LoadHarness.Tests.Servers.Fakes;
using NSubstitute;

namespace LoadHarness.Tests.Servers;

public abstract partial class ServerContract
{
    public static TheoryData<string, bool> Departures()
    {
        var data = new TheoryData<string, bool>();
        string[] moments = ["connected", "half a request", "request sent", "mid-answer", "answered", "end sent"];
        foreach (var moment in moments)
        {
            data.Add(moment, false);
            data.Add(moment, true);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Departures))]
    public void A_client_may_leave_at_any_moment(string moment, bool byReset)
    {
        var server = StartLines();
        for (var round = 0; round < 5; round++)
        {
            using var client = new TestClient(server.Endpoint, receiveBuffer_bytes: 4096);
            GetTo(moment, client);
            if (byReset) client.Reset();
        }

        using var next = Connect(server);
        next.Ask("still there?").ShouldBe("still there?");
        next.Dispose();
        AllIsClosed(server);
    }

    [Fact]
    public void An_exception_out_of_a_handler_ends_that_connection_only_and_is_told()
    {
        var server = StartLines();
        using (var victim = Connect(server))
        {
            victim.Ask("fine").ShouldBe("fine");
            victim.Send("boom\n");
            victim.ReadToEnd().ShouldBeEmpty("half a reply was sent");
        }

        using var next = Connect(server);
        next.Ask("still there?").ShouldBe("still there?");
        var told = _sink.Events.ShouldHaveSingleItem();
        told.Kind.ShouldBe("connection-fault");
        told.Detail.ShouldContain("boom was asked for");
    }

    [Fact]
    public void A_handler_that_cannot_be_made_ends_that_connection_only()
    {
        var made = 0;
        var server = Start(new FakeService(() =>
            made++ > 0 ? new LineHandler() : throw new InvalidOperationException("not this time")));
        using (var victim = Connect(server)) victim.ReadToEnd().ShouldBeEmpty();
        using var next = Connect(server);
        next.Ask("hello").ShouldBe("hello");
        _sink.Events.ShouldHaveSingleItem().Detail.ShouldContain("not this time");
    }

    [Fact]
    public void A_handler_that_claims_bytes_it_was_never_given_ends_that_connection_only()
    {
        var handler = Substitute.For<IConnectionHandler>();
        handler.Start(default!).ReturnsForAnyArgs(new Step(1, Next.Read));
        var server = Start(new FakeService(() => handler));
        using (var victim = Connect(server)) victim.ReadToEnd().ShouldBeEmpty();
        AllIsClosed(server);
        _sink.Events.ShouldHaveSingleItem().Kind.ShouldBe("connection-fault");
    }

    [Fact]
    public void A_handler_that_waits_for_more_after_the_end_is_not_kept()
    {
        var server = Start(new FakeService(() => new InsatiableHandler()));
        using var client = Connect(server);
        client.Send("whatever");
        client.FinishSending();
        client.ReadToEnd().ShouldBeEmpty();
        AllIsClosed(server);
    }

    [Fact]
    public void A_connection_without_progress_is_dropped_after_the_idle_timeout()
    {
        var time = new ManualTime();
        var server = StartLines(new ServerOptions { Time = time, IdleTimeout = TimeSpan.FromMinutes(10) });
        using var idle = Connect(server);
        Eventually.Is(() => server.OpenCount, 1, "it is accepted");
        PassTime(time, TimeSpan.FromMinutes(11), idle.IsEnded);
        AllIsClosed(server);
    }

    [Fact]
    public void A_client_that_never_reads_is_dropped_after_the_answer_timeout()
    {
        var time = new ManualTime();
        var server = StartLines(new ServerOptions { Time = time });
        using var deaf = Connect(server, receiveBuffer_bytes: 4096);
        deaf.Send("big 1000\n");
        Eventually.True(() => deaf.Available > 0, "an answer begins");
        PassTime(time, TimeSpan.FromSeconds(61), () => server.OpenCount == 0);
        _sink.Events.ShouldHaveSingleItem().Detail.ShouldContain("an answer of which 60 s took less than 65536 bytes");
    }

    [Fact]
    public void A_peer_that_does_not_close_its_side_is_dropped_after_the_linger_time()
    {
        var time = new ManualTime();
        var server = StartLines(new ServerOptions { Time = time, LingerTime = TimeSpan.FromSeconds(1) });
        using var client = Connect(server);
        client.Ask("bye").ShouldBe("bye");
        client.ReadToEnd().ShouldBeEmpty();
        PassTime(time, TimeSpan.FromSeconds(2), () => server.OpenCount == 0);
        AllIsClosed(server);
    }

    /// <summary>
    /// Lets time pass again and again: what the server is just doing may count as progress and move the deadline once.
    /// </summary>
    private protected static void PassTime(ManualTime time, TimeSpan step, Func<bool> untilDropped) =>
        Eventually.True(
            () =>
            {
                time.Advance(step);
                return untilDropped();
            },
            "it is dropped");

    private static void GetTo(string moment, TestClient client)
    {
        switch (moment)
        {
            case "half a request":
                client.Send("half a requ");
                break;
            case "request sent":
                client.Send("whole\n");
                break;
            case "mid-answer":
                client.Send("big 100\n");
                client.Read(1000);
                break;
            case "answered":
                client.Ask("hello").ShouldBe("hello");
                break;
            case "end sent":
                client.Send("big 2\n");
                client.FinishSending();
                break;
            default:
                break;
        }
    }
}
