using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Raw;

namespace LoadHarness.Tests.Workloads.Raw;

public sealed class EchoServiceTests
{
    private static readonly RawWorkload _workload = new();

    [Fact]
    public void Whole_requests_come_back_as_they_were()
    {
        using var service = Service(("send", "abc"));
        var server = new SocketlessServer(service);
        server.Send("ab"u8).ShouldBeEmpty();
        server.Send("cxyz1"u8).ShouldBe("abcxyz"u8.ToArray());
        server.IsClosed.ShouldBeFalse();
        server.Send("23"u8, end: true).ShouldBe("123"u8.ToArray());
        server.IsClosed.ShouldBeTrue();
        service.OperationCount.ShouldBe(3);
    }

    [Fact]
    public void Many_requests_at_once_are_echoed_in_turns_of_bounded_size()
    {
        using var service = Service(("send", new string('x', 1000)));
        var server = new SocketlessServer(service);
        server.Send(new byte[1_000_000]).Length.ShouldBe(1_000_000);
        server.DrainCount.ShouldBeInRange(15, 17);
        service.OperationCount.ShouldBe(1000);
    }

    [Theory]
    [InlineData("connection", "per-operation")]
    [InlineData("expect", "close")]
    public void A_connection_for_one_operation_ends_with_its_answer(string name, string value)
    {
        using var service = Service((name, value));
        var server = new SocketlessServer(service);
        server.Send("ping\nping\n"u8).ShouldBe("ping\n"u8.ToArray());
        server.IsClosed.ShouldBeTrue();
        service.OperationCount.ShouldBe(1);
    }

    [Fact]
    public void Nothing_sent_is_answered_by_the_end()
    {
        using var service = Service(("send", ""));
        new SocketlessServer(service).IsClosed.ShouldBeTrue();
        service.OperationCount.ShouldBe(1);
    }

    [Fact]
    public void Clients_get_their_requests_back()
    {
        var settings = SocketlessRun.Settings(_workload, ("answer", @"ping\n"));
        using var service = _workload.CreateService(settings, SilentEventSink.Instance);
        var run = new SocketlessRun(
            service, _workload.CreatePopulation(settings, "exchange", PopulationShare.Whole, seed: 1));
        run.Prepare().ShouldBe(0);
        for (var i = 0; i < 10; i++) run.Measure().ShouldBe(Outcome.Correct);
    }

    private static IService Service(params (string Name, object Value)[] given) =>
        _workload.CreateService(SocketlessRun.Settings(_workload, given), SilentEventSink.Instance);
}
