using FsCheck;
using FsCheck.Fluent;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Null;
using Outcome = LoadHarness.Contracts.Loading.Outcome;

namespace LoadHarness.Tests.Workloads.Null;

public sealed class NullWorkloadTests
{
    private static readonly NullWorkload _workload = new();

    [Fact]
    public void A_newline_is_answered_by_a_newline()
    {
        using var service = Service();
        var server = new SocketlessServer(service);
        server.Send("\n"u8).ShouldBe("\n"u8.ToArray());
        server.Send("\n\n\n"u8).ShouldBe("\n\n\n"u8.ToArray());
        server.IsClosed.ShouldBeFalse();
        service.OperationCount.ShouldBe(4);
    }

    [Fact]
    public void Messages_of_other_sizes_are_letters_n_and_a_newline()
    {
        using var service = Service(("request-bytes", 3), ("response-bytes", 5));
        var server = new SocketlessServer(service);
        server.Send("nn\nn"u8).ShouldBe("nnnn\n"u8.ToArray());
        server.Send("n"u8).ShouldBeEmpty();
        server.Send("\n"u8, end: true).ShouldBe("nnnn\n"u8.ToArray());
        server.IsClosed.ShouldBeTrue();
    }

    [Fact]
    public void Half_a_request_at_the_end_is_not_answered()
    {
        using var service = Service(("request-bytes", 2));
        var server = new SocketlessServer(service);
        server.Send("n"u8, end: true).ShouldBeEmpty();
        server.IsClosed.ShouldBeTrue();
    }

    [Fact]
    public void However_the_input_is_cut_every_request_is_answered_once() =>
        Prop.ForAll(
            Gen.Choose(1, 50).Zip(Gen.Choose(1, 50)).Zip(Gen.Choose(0, 60).ListOf(20)).ToArbitrary(),
            given =>
            {
                var ((requestSize, responseSize), pieces) = given;
                using var service = Service(("request-bytes", requestSize), ("response-bytes", responseSize));
                var server = new SocketlessServer(service);
                var answered = pieces.Sum(piece => server.Send(new byte[piece]).Length);
                return answered == pieces.Sum() / requestSize * responseSize;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Many_requests_at_once_are_answered_in_turns_of_bounded_size()
    {
        using var service = Service(("response-bytes", 1000));
        var server = new SocketlessServer(service);
        server.Send(new byte[1000]).Length.ShouldBe(1_000_000);
        server.DrainCount.ShouldBeInRange(15, 17);
    }

    [Theory]
    [InlineData(65_537, 2)]
    [InlineData(2_600_000, 40)]
    public void A_large_answer_leaves_in_pieces_and_further_requests_wait_for_it(int size, int pieces)
    {
        using var service = Service(("response-bytes", size));
        var server = new SocketlessServer(service);
        server.Send("\n\n"u8, end: true).Length.ShouldBe(2 * size);
        server.DrainCount.ShouldBe(2 * pieces);
        server.IsClosed.ShouldBeTrue();
        service.OperationCount.ShouldBe(2);
    }

    [Theory]
    [InlineData("kept", ConnectionUse.Persistent)]
    [InlineData("per-operation", ConnectionUse.PerOperation)]
    public void Clients_keep_their_connection_or_make_one_per_exchange(string connection, ConnectionUse use) =>
        _workload.ConnectionUseOf(SocketlessRun.Settings(_workload, ("connection", connection))).ShouldBe(use);

    [Fact]
    public void It_takes_the_sizes_of_another_workload()
    {
        var options = NullWorkload.OptionsLike(0, 2_598_321.6, ConnectionUse.PerOperation).ShouldNotBeNull();

        var problems = new List<string>();
        var settings = WorkloadSettings.Create(_workload.Options, options, problems);
        problems.ShouldBeEmpty();
        (settings.Integer("request-bytes"), settings.Integer("response-bytes")).ShouldBe((1, 2_598_322));
        _workload.ConnectionUseOf(settings).ShouldBe(ConnectionUse.PerOperation);
        NullWorkload.OptionsLike(1, 17e6, ConnectionUse.Persistent).ShouldBeNull();
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(64, 4096)]
    [InlineData(1, 200_000)]
    public void Clients_agree_with_the_server_on_sizes(int requestSize, int responseSize)
    {
        var run = Run(requestSize, responseSize);
        run.Prepare().ShouldBe(0);
        for (var i = 0; i < 10; i++) run.Measure().ShouldBe(Outcome.Correct);
        run.LastRequest.Length.ShouldBe(requestSize);
    }

    [Fact]
    public void Another_answer_is_wrong()
    {
        var run = Run(1, 2);
        run.Spoil = _ => "x\n"u8.ToArray();
        run.Measure().ShouldBe(Outcome.WrongAnswer);
        run.Spoil = _ => "n\nn"u8.ToArray();
        run.Measure().ShouldBe(Outcome.WrongAnswer);
    }

    private static SocketlessRun Run(int requestSize, int responseSize)
    {
        var settings = SocketlessRun.Settings(
            _workload, ("request-bytes", requestSize), ("response-bytes", responseSize));
        return new SocketlessRun(
            _workload.CreateService(settings, SilentEventSink.Instance),
            _workload.CreatePopulation(settings, "exchange", PopulationShare.Whole, seed: 1));
    }

    private static IService Service(params (string Name, object Value)[] given) =>
        _workload.CreateService(SocketlessRun.Settings(_workload, given), SilentEventSink.Instance);
}
