using LoadHarness.Servers;
using LoadHarness.Tests.Servers.Fakes;

namespace LoadHarness.Tests.Servers;

/// <summary>What models that serve several connections at once have to keep in addition.</summary>
public abstract class ConcurrentServerContract : ServerContract
{
    private const int Operations = 300;

    protected ConcurrentServerContract(IServerModel model)
        : base(model)
    {
    }

    [Fact]
    public void A_client_that_sends_half_a_request_and_one_that_never_reads_stall_nobody()
    {
        var server = StartLines();
        using var half = Connect(server);
        half.Send("half a requ");
        using var deaf = Connect(server, receiveBuffer_bytes: 4096);
        deaf.Send("big 100000\n");
        Eventually.True(() => deaf.Available > 0, "an answer begins");
        using var innocent = Connect(server);
        innocent.AskMany(Operations);
        half.Send("est\n");
        half.ReadLine().ShouldBe("half a request");
    }

    [Fact]
    public void A_client_that_sends_requests_and_never_reads_replies_stalls_nobody()
    {
        var server = StartLines();
        using var deaf = Connect(server, receiveBuffer_bytes: 4096);
        var flood = new Thread(() => Flood(deaf)) { IsBackground = true };
        flood.Start();
        using var innocent = Connect(server);
        innocent.AskMany(Operations);
        deaf.Reset();
        flood.Join(Eventually.Bound).ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Handlers_that_go_on_for_ever_keep_nobody_from_being_answered(bool needsExclusion)
    {
        var server = Start(new FakeService(() => new EndlessHandler()) { NeedsExclusion = needsExclusion });
        var endless = Enumerable.Range(0, 20).Select(_ => Connect(server)).ToList();
        endless.ForEach(client => client.Send("forever\n"));
        using var innocent = Connect(server);
        innocent.AskMany(Operations);
        server.OpenCount.ShouldBe(endless.Count + 1);
    }

    [Fact]
    public void Calls_of_a_service_that_needs_exclusion_never_overlap()
    {
        var server = StartLines();
        var clients = Enumerable.Range(0, 8).Select(_ => new Thread(() =>
        {
            using var client = new TestClient(server.Endpoint);
            client.AskMany(Operations);
        })).ToList();
        clients.ForEach(client => client.Start());
        clients.ForEach(client => client.Join());
        AllIsClosed(server);
        server.AcceptedCount.ShouldBe(8);
    }

    [Fact]
    public void Replies_under_concurrent_load_all_wait_for_their_commit_points()
    {
        var durable = new FakeDurable();
        var server = StartDurable(durable);
        var clients = Enumerable.Range(0, 8).Select(_ => new Thread(() =>
        {
            using var client = new TestClient(server.Endpoint);
            client.AskMany(Operations);
        })).ToList();
        clients.ForEach(client => client.Start());
        clients.ForEach(client => client.Join());
        durable.DurableUpTo.ShouldBe(8 * Operations);
    }

    [Fact]
    public void Requests_that_arrive_during_a_flush_share_the_next_one()
    {
        const int Others = 16;
        var durable = new FakeDurable();
        var server = StartDurable(durable);
        var clients = Enumerable.Range(0, Others).Select(_ => Connect(server)).ToList();
        using var first = Connect(server);
        Eventually.Is(() => server.OpenCount, Others + 1, "all are accepted");
        // On a busy machine requests may reach the server one by one after the flush: only a server that never lets
        // them share one fails all of these.
        Enumerable.Range(0, 10).Any(_ => FlushesOfOne() < Others).ShouldBeTrue();

        long FlushesOfOne()
        {
            var before = durable.FlushCount;
            durable.HoldFlushes();
            first.Send("first\n");
            Eventually.True(() => durable.IsFlushing, "something is flushed");
            clients.ForEach(client => client.Send("other\n"));
            durable.ReleaseFlushes();
            clients.ForEach(client => client.ReadLine().ShouldBe("other"));
            first.ReadLine().ShouldBe("first");
            return durable.FlushCount - before;
        }
    }

    [Fact]
    public void A_full_server_leaves_new_connections_waiting_until_one_has_gone()
    {
        var server = StartLines(new ServerOptions { MaxConnections = 2 });
        using var one = Connect(server);
        using var two = Connect(server);
        one.Ask("1").ShouldBe("1");
        two.Ask("2").ShouldBe("2");
        using var three = Connect(server);
        three.Send("3\n");
        one.AskMany(Operations);
        three.Available.ShouldBe(0);
        server.OpenCount.ShouldBe(2);
        two.Dispose();
        three.ReadLine().ShouldBe("3");
    }

    [Fact]
    public void Progress_of_one_connection_does_not_save_an_idle_one_nor_the_other_way_round()
    {
        var time = new ManualTime();
        var server = StartLines(new ServerOptions { Time = time, IdleTimeout = TimeSpan.FromMinutes(10) });
        using var idle = Connect(server);
        using var busy = Connect(server);
        idle.Ask("hello").ShouldBe("hello");
        busy.Ask("hello").ShouldBe("hello");
        PassTime(
            time,
            TimeSpan.FromMinutes(6),
            () =>
            {
                busy.Ask("progress").ShouldBe("progress");
                return idle.IsEnded();
            });
        busy.Ask("still there?").ShouldBe("still there?");
    }

    [Fact]
    public void A_pause_between_whole_requests_is_none_within_a_request()
    {
        var time = new ManualTime();
        var server = StartLines(new ServerOptions { Time = time, IdleTimeout = Timeout.InfiniteTimeSpan });
        using var patient = Connect(server);
        patient.Ask("hello").ShouldBe("hello");
        using var half = Connect(server);
        half.Send("half a requ");
        PassTime(time, TimeSpan.FromSeconds(61), () => half.Available > 0);
        half.ReadLine().ShouldBe("given up");
        patient.Ask("still there?").ShouldBe("still there?");
    }

    [Fact]
    public void Incomplete_requests_of_all_connections_together_are_bounded_and_small_ones_are_served_on()
    {
        const int Each_bytes = 400_000;
        var server = StartLines(new ServerOptions { HeldInput_bytes = 1_000_000 });
        var greedy = Enumerable.Range(0, 4).Select(_ => Connect(server)).ToList();
        var pressing = greedy.ConvertAll(client => new Thread(() => Press(client, Each_bytes)) { IsBackground = true });
        pressing.ForEach(thread => thread.Start());
        using var innocent = Connect(server);
        innocent.AskMany(Operations);
        pressing.ForEach(thread => thread.Join(Eventually.Bound).ShouldBeTrue());
        Eventually.True(() => greedy.Exists(client => client.Available > 0), "somebody is given up");
        greedy.Count(client => client.Available > 0).ShouldBeLessThan(greedy.Count);
        innocent.AskMany(Operations);
    }

    private static void Press(TestClient client, int count)
    {
        try
        {
            client.Send(new string('x', count));
        }
        catch (System.Net.Sockets.SocketException)
        {
            // Given up already.
        }
    }

    private static void Flood(TestClient client)
    {
        var requests = string.Concat(Enumerable.Repeat("no answer wanted\n", 1000));
        try
        {
            while (true) client.Send(requests);
        }
        catch (Exception e) when (e is System.Net.Sockets.SocketException or ObjectDisposedException)
        {
            // Reset at the end of the test.
        }
    }
}
