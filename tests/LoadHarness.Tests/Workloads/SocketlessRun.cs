using System.Buffers;
using System.Globalization;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Tests.Workloads;

/// <summary>Virtual clients of any workload against its own service, without sockets.</summary>
internal sealed class SocketlessRun
{
    private readonly List<(IVirtualClient Client, SocketlessServer Server)> _clients = [];
    private readonly ArrayBufferWriter<byte> _request = new();
    private int _next;

    public SocketlessRun(IService service, IClientPopulation population, int clients = 3)
    {
        for (var i = 0; i < clients; i++)
            _clients.Add((population.CreateClient(i), new SocketlessServer(service)));
    }

    /// <summary>Changes an answer on its way.</summary>
    public Func<byte[], byte[]> Spoil { get; set; } = answer => answer;

    /// <summary>The bytes of the last request.</summary>
    public byte[] LastRequest => _request.WrittenSpan.ToArray();

    /// <summary>What kind of operation was the last.</summary>
    public int LastOperationType { get; private set; }

    public static WorkloadSettings Settings(IWorkload workload, params (string Name, object Value)[] given)
    {
        var problems = new List<string>();
        var values = given.ToDictionary(pair => pair.Name,
            pair => Convert.ToString(pair.Value, CultureInfo.InvariantCulture)!, StringComparer.Ordinal);
        var settings = WorkloadSettings.Create(workload.Options, values, problems);
        problems.ShouldBeEmpty();
        return settings;
    }

    /// <summary>Prepares until every client is idle; returns the operations it took.</summary>
    public int Prepare()
    {
        for (var operations = 0; ; operations++)
        {
            if (Operate(Purpose.Prepare) is null) return operations;
        }
    }

    /// <summary>Measures one operation of the next client.</summary>
    public Outcome Measure() => Operate(Purpose.Measure).ShouldNotBeNull();

    /// <summary>Begins an operation whose answer never comes.</summary>
    public void Abandon(Purpose purpose)
    {
        var client = _clients[_next++ % _clients.Count].Client;
        _request.ResetWrittenCount();
        client.Begin(purpose, _request).Next.ShouldBe(ClientNext.Receive);
        client.Abandoned();
    }

    private Outcome? Operate(Purpose purpose)
    {
        var (client, server) = _clients[_next++ % _clients.Count];
        _request.ResetWrittenCount();
        var step = client.Begin(purpose, _request);
        LastOperationType = client.OperationType;
        if (step.Next == ClientNext.Idle) return null;
        step.Next.ShouldBe(ClientNext.Receive);
        var answer = Spoil(server.Send(_request.WrittenSpan));
        // The answer arrives in two pieces.
        var half = client.Receive(answer.AsSpan(0, answer.Length / 2), end: false, _request);
        if (half.Next == ClientNext.Complete) return half.Outcome;
        step = client.Receive(answer.AsSpan(half.Consumed), end: false, _request);
        step.Next.ShouldBe(ClientNext.Complete);
        return step.Outcome;
    }
}
