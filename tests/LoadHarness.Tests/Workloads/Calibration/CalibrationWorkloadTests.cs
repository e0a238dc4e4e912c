using System.Buffers;
using System.Net;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Time;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Results;
using LoadHarness.Tests.Report;
using LoadHarness.Tests.Results;
using LoadHarness.Workloads.Calibration;

namespace LoadHarness.Tests.Workloads.Calibration;

public sealed class CalibrationWorkloadTests : IDisposable
{
    private static readonly CalibrationWorkload _workload = new();
    private readonly TemporaryFolder _folder = new();
    private readonly ArrayBufferWriter<byte> _output = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_request_waits_for_its_moment_and_is_then_answered_by_a_newline()
    {
        using var service = Service(("service-us", 4000), ("distribution", "fixed"));
        var handler = service.Connect(new IPEndPoint(IPAddress.Loopback, 1));
        handler.Start(_output).Next.ShouldBe(Next.Read);
        var before_ns = MonotonicClock.Now_ns;
        var step = handler.Receive("\n\n"u8, end: false, _output);
        step.ShouldBe(new Step(1, Next.Wait, 0, step.Due_ns));
        step.Due_ns.ShouldBeInRange(before_ns + 4_000_000, MonotonicClock.Now_ns + 4_000_000);
        _output.WrittenCount.ShouldBe(0);
        service.OperationCount.ShouldBe(0);

        handler.Drained(_output).Next.ShouldBe(Next.Read);
        _output.WrittenSpan.ToArray().ShouldBe("\n"u8.ToArray());
        service.OperationCount.ShouldBe(1);
        handler.Receive(default, end: true, _output).Next.ShouldBe(Next.Close);
    }

    [Fact]
    public void The_log_of_requests_is_read_back_as_it_was_written_also_where_a_comma_is_the_decimal_point()
    {
        var path = _folder.Combine("service-log.csv");
        InCulture.WithComma(() =>
        {
            using var service = Service(("service-us", 1000), ("service-workers", 1), ("service-log", path));
            var first = service.Connect(new IPEndPoint(IPAddress.Loopback, 1));
            var second = service.Connect(new IPEndPoint(IPAddress.Loopback, 2));
            first.Receive("\n"u8, end: false, _output);
            second.Receive("\n"u8, end: false, _output);
            first.Drained(_output);
            return 0;
        });

        var log = CalibrationFolder.ReadServiceLog(path);
        log.Select(row => row.Connection).ShouldBe([1, 2]);
        log[0].Done_ns.ShouldBe(log[0].Arrival_ns + log[0].Service_ns);
        log[1].Done_ns.ShouldBe(Math.Max(log[0].Done_ns, log[1].Arrival_ns) + log[1].Service_ns);
        log[0].Left_ns.ShouldBeGreaterThanOrEqualTo(log[0].Arrival_ns);
        log[1].Left_ns.ShouldBe(-1);
    }

    [Fact]
    public void A_log_that_cannot_be_written_is_told_before_the_first_request()
    {
        var path = _folder.Combine("missing", "service-log.csv");
        var failure = Should.Throw<DurabilityException>(() => Service(("service-log", path)));
        failure.Message.ShouldContain(path);
    }

    [Fact]
    public void A_client_takes_a_newline_for_right_and_anything_else_for_wrong()
    {
        var settings = SocketlessRun.Settings(_workload);
        var client = _workload.CreatePopulation(settings, "request", PopulationShare.Whole, seed: 1).CreateClient(0);
        client.Begin(Purpose.Prepare, _output).Next.ShouldBe(ClientNext.Idle);
        client.Begin(Purpose.Measure, _output).ShouldBe(ClientStep.Receive());
        client.Receive(default, end: false, _output).Next.ShouldBe(ClientNext.Receive);
        client.Receive("\n"u8, end: false, _output).ShouldBe(ClientStep.Complete(1, Outcome.Correct));
        client.Receive("x"u8, end: false, _output).Outcome.ShouldBe(Outcome.WrongAnswer);
        client.Receive("\n\n"u8, end: false, _output).Outcome.ShouldBe(Outcome.WrongAnswer);
    }

    private static IService Service(params (string Name, object Value)[] given) =>
        _workload.CreateService(SocketlessRun.Settings(_workload, given), SilentEventSink.Instance);
}
