using System.Net;
using System.Net.Sockets;
using LoadHarness.Contracts.Serving;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Tests.Platform.Processes;

public sealed class ControlChannelTests : IDisposable
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(30);
    private readonly NetworkStream _harnessStream;
    private readonly NetworkStream _serverStream;
    private readonly ControlChannelHarnessEnd _harness;
    private readonly ManualResetEventSlim _stopped = new();

    public ControlChannelTests()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var client = new TcpClient();
        client.Connect((IPEndPoint)listener.LocalEndpoint);
        _harnessStream = client.GetStream();
        _serverStream = listener.AcceptTcpClient().GetStream();
        _harness = new ControlChannelHarnessEnd(_harnessStream, _harnessStream);
        _harness.ChildStarted();
    }

    public void Dispose()
    {
        _harness.Dispose();
        _harnessStream.Dispose();
        _serverStream.Dispose();
        _stopped.Dispose();
    }

    [Fact]
    public void The_harness_learns_the_endpoint_samples_and_events()
    {
        var sample = new ControlSample { Time_ns = 5, Operations = 7, FlushTime_ns = 3, CompiledMethods = 2 };
        using var server = Serve(sample);

        server.Occurred(new ServiceEvent("checkpoint", 1, 2, 3, "three entries"));
        server.Ready(new IPEndPoint(IPAddress.Loopback, 4711));

        _harness.WaitReady(_limit).ShouldBe(new IPEndPoint(IPAddress.Loopback, 4711));
        _harness.Sample(_limit).ShouldBe(sample);
        _harness.TakeEvents().ShouldBe([new ServiceEvent("checkpoint", 1, 2, 3, "three entries")]);
        _harness.TakeEvents().ShouldBeEmpty();
    }

    [Fact]
    public void A_stop_request_reaches_the_server()
    {
        using var server = Serve(new ControlSample());

        _harness.RequestStop();

        _stopped.Wait(_limit).ShouldBeTrue();
    }

    [Fact]
    public void The_server_stops_when_the_harness_is_gone()
    {
        using var server = Serve(new ControlSample());

        _harness.Dispose();

        _stopped.Wait(_limit).ShouldBeTrue();
    }

    [Fact]
    public void The_harness_does_not_wait_for_a_server_that_is_gone()
    {
        Serve(new ControlSample()).Dispose();

        _harness.WaitReady(_limit).ShouldBeNull();
        _harness.Closed.ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("x,y")]
    public void Handles_that_name_no_pipes_are_refused_by_name(string handles) =>
        Should.Throw<ArgumentException>(
            () => ControlChannelServerEnd.Open(handles, () => new ControlSample(), () => { }))
            .Message.ShouldContain("--control");

    private ControlChannelServerEnd Serve(ControlSample sample) =>
        new(_serverStream, _serverStream, () => sample, _stopped.Set);
}
