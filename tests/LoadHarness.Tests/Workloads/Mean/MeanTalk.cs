using System.Buffers;
using System.Net;
using System.Text;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Mean;

namespace LoadHarness.Tests.Workloads.Mean;

/// <summary>One client of the service, driven without a socket.</summary>
internal sealed class MeanTalk
{
    private readonly IConnectionHandler _handler;
    private readonly ArrayBufferWriter<byte> _output = new();

    public MeanTalk(IService service, int port = 62000)
    {
        _handler = service.Connect(new IPEndPoint(IPAddress.Loopback, port));
        Next = _handler.Start(_output).Next;
    }

    /// <summary>What the handler waits for.</summary>
    public Next Next { get; private set; }

    /// <summary>What was answered.</summary>
    public string Answer => Encoding.ASCII.GetString(_output.WrittenSpan);

    public static IService Service(IEventSink? sink = null) =>
        new MeanWorkload().CreateService(Settings(), sink ?? SilentEventSink.Instance);

    public static WorkloadSettings Settings(params (string Name, string Value)[] given)
    {
        var problems = new List<string>();
        var values = given.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
        var settings = WorkloadSettings.Create(new MeanWorkload().Options, values, problems);
        problems.ShouldBeEmpty();
        return settings;
    }

    /// <summary>Sends segments; those behind the handler's end are not passed.</summary>
    public MeanTalk Send(params IEnumerable<string> segments)
    {
        foreach (var segment in segments)
        {
            if (Next == Next.Read) Pass(segment, end: false);
        }

        return this;
    }

    /// <summary>Disconnects.</summary>
    public void Leave()
    {
        if (Next == Next.Read)
        {
            Pass("", end: true);
            Next.ShouldBe(Next.Close);
        }

        _handler.Closed();
    }

    private void Pass(string segment, bool end)
    {
        var bytes = Encoding.Latin1.GetBytes(segment);
        var step = _handler.Receive(bytes, end, _output);
        step.Consumed.ShouldBe(bytes.Length);
        Next = step.Next;
    }
}
