using LoadHarness.Contracts.Serving;
using LoadHarness.Tests.Servers.Fakes;

namespace LoadHarness.Tests.Servers;

public abstract partial class ServerContract
{
    [Fact]
    public void No_reply_leaves_before_its_commit_point_is_durable()
    {
        var durable = new FakeDurable();
        using var client = Connect(StartDurable(durable));
        client.Ask("first").ShouldBe("first");
        durable.HoldFlushes();
        client.Send("second\n");
        Eventually.True(() => durable.IsFlushing, "something is flushed");
        client.Available.ShouldBe(0);
        durable.ReleaseFlushes();
        client.ReadLine().ShouldBe("second");
        durable.DurableUpTo.ShouldBe(2);
    }

    [Fact]
    public void A_reply_whose_flush_is_under_way_still_leaves_when_the_server_stops()
    {
        var durable = new FakeDurable();
        var server = StartDurable(durable);
        using var client = Connect(server);
        durable.HoldFlushes();
        client.Send("logged\n");
        Eventually.True(() => durable.IsFlushing, "something is flushed");
        server.Stop();
        durable.ReleaseFlushes();
        client.ReadLine().ShouldBe("logged");
        Eventually.Ends(server.Completion, "the server has stopped");
        server.Completion.Exception.ShouldBeNull();
    }

    [Fact]
    public void A_failed_flush_stops_the_server_with_that_fault_and_no_reply()
    {
        var durable = new FakeDurable { Fault = new DurabilityException("the disk is full") };
        var server = StartDurable(durable);
        using var client = Connect(server);
        client.Send("lost\n");
        Eventually.Ends(server.Completion, "the server has stopped");
        var fault = server.Completion.Exception!.InnerException.ShouldBeOfType<DurabilityException>();
        fault.Message.ShouldBe("the disk is full");
        Eventually.True(client.IsEnded, "the client sees its end");
        client.Available.ShouldBe(0);
        AllIsClosed(server);
    }

    [Fact]
    public void A_log_that_cannot_be_written_stops_the_server_with_that_fault()
    {
        var server = Start(new FakeService(() => new UnloggableHandler()) { NeedsExclusion = true });
        using var client = Connect(server);
        client.Send("lost\n");
        Eventually.Ends(server.Completion, "the server has stopped");
        server.Completion.Exception!.InnerException.ShouldBeOfType<DurabilityException>();
        AllIsClosed(server);
    }

    private protected LoadHarness.Servers.IRunningServer StartDurable(FakeDurable durable) =>
        Start(new FakeService(() => new LineHandler(durable: durable)) { NeedsExclusion = true, Durable = durable });
}
