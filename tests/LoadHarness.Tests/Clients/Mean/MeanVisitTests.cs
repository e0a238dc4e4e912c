using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LoadHarness.Clients.Mean;
using LoadHarness.Contracts.Serving;
using LoadHarness.Servers;
using LoadHarness.Servers.Threaded;
using LoadHarness.Tests.Workloads.Mean;
using NSubstitute;

namespace LoadHarness.Tests.Clients.Mean;

public sealed class MeanVisitTests : IDisposable
{
    private static readonly TimeSpan _bound = TimeSpan.FromSeconds(30);

    private readonly CountdownEvent _counted = new(3);
    private readonly IService _service;
    private readonly IRunningServer _server;

    public MeanVisitTests()
    {
        var sink = Substitute.For<IEventSink>();
        sink.ShowsMessages.Returns(true);
        sink.When(s => s.Message(Arg.Is<string>(line => line.Contains("received")))).Do(_ => _counted.Signal());
        _service = MeanTalk.Service(sink);
        _server = new ThreadedModel().Start(
            _service, new ServerOptions { Endpoint = new IPEndPoint(IPAddress.Loopback, 0) }, sink);
    }

    public void Dispose()
    {
        _server.Dispose();
        _service.Dispose();
        _counted.Dispose();
    }

    [Fact]
    public void Three_in_sequence_print_the_lines_of_the_course()
    {
        var pauses = new List<TimeSpan>();
        foreach (var (number, data, mean) in new[] { (1, 3, "3.0"), (2, 5, "4.0"), (3, 7, "5.0") })
        {
            Visit(number, data, pauses.Add).ShouldBe(string.Create(CultureInfo.InvariantCulture, $"""
                Client {number}: connecting to ('127.0.0.1', {_server.Endpoint.Port})
                Client {number}: sending data: {data}
                Client {number}: sleeping for 5 seconds
                Client {number}: sending ready message
                Client {number}: receving mean data
                Client {number}: mean_data {mean}

                """));
        }

        pauses.ShouldBe([TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5)]);
    }

    [Fact]
    public async Task Three_in_parallel_all_print_5()
    {
        int[] numbers = [3, 5, 7];
        var visits = numbers.Select((data, i) => Task.Factory.StartNew(
            () => Visit(i + 1, data, _ => _counted.Wait(_bound).ShouldBeTrue()),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        foreach (var lines in await Task.WhenAll(visits)) lines.TrimEnd().ShouldEndWith("mean_data 5.0");
    }

    [Fact]
    public void A_mean_beyond_all_doubles_is_printed_as_Python_prints_it()
    {
        var output = new StringWriter();
        new MeanVisit(output, 0, _ => { }).Run(
            _server.Endpoint, System.Numerics.BigInteger.Pow(10, 400), TimeSpan.FromSeconds(0.25));
        output.ToString().ShouldContain("Client 0: sleeping for 0.25 seconds");
        output.ToString().TrimEnd().ShouldEndWith("mean_data inf");
    }

    [Fact]
    public void A_server_that_does_not_answer_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var pause = new Action<TimeSpan>(_ => listener.AcceptTcpClient().Close());
        var visit = () => new MeanVisit(TextWriter.Null, 0, pause).Run(
            (IPEndPoint)listener.LocalEndpoint, 1, TimeSpan.Zero);
        visit.ShouldThrow<SocketException>();
    }

    private string Visit(int number, int data, Action<TimeSpan> sleep)
    {
        var output = new StringWriter { NewLine = "\n" };
        new MeanVisit(output, number, sleep).Run(_server.Endpoint, data, TimeSpan.FromSeconds(5));
        return output.ToString();
    }
}
