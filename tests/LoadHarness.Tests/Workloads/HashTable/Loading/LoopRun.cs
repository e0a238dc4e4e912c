using System.Buffers;
using System.Text;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Experiments.Dialects;
using LoadHarness.Tests.Workloads.HashTable.Serving;
using LoadHarness.Workloads.HashTable;

namespace LoadHarness.Tests.Workloads.HashTable.Loading;

/// <summary>Virtual clients against the service, without sockets: what one writes the other reads.</summary>
internal sealed class LoopRun
{
    private readonly List<(IVirtualClient Client, HandlerDriver Server)> _clients = [];
    private readonly ArrayBufferWriter<byte> _request = new();
    private int _next;
    private int _requests;

    public LoopRun(TestTable table, IClientPopulation population, int clients = 3)
    {
        for (var i = 0; i < clients; i++) _clients.Add((population.CreateClient(i), table.Connect()));
    }

    /// <summary>Changes a reply on its way.</summary>
    public Func<string, string> Spoil { get; set; } = reply => reply;

    /// <summary>How many operations ended how, by type.</summary>
    public Dictionary<(int Type, Outcome Outcome), int> Ended { get; } = [];

    public static HashTableWorkload Workload { get; } = new(DialectFiles.Default);

    public static WorkloadSettings Settings(params (string Name, string Text)[] given)
    {
        var problems = new List<string>();
        var settings = WorkloadSettings.Create(
            Workload.Options, given.ToDictionary(g => g.Name, g => g.Text, StringComparer.Ordinal), problems);
        problems.ShouldBeEmpty();
        return settings;
    }

    /// <summary>Prepares until every client is idle; returns the requests it took.</summary>
    public int Prepare()
    {
        var before = _requests;
        while (Operate(Purpose.Prepare))
        {
            // Until there is nothing left.
        }

        return _requests - before;
    }

    /// <summary>Measures up to a number of operations; returns how many there were.</summary>
    public int Measure(int operations)
    {
        for (var i = 0; i < operations; i++)
        {
            if (!Operate(Purpose.Measure)) return i;
        }

        return operations;
    }

    /// <summary>Sends a request whose answer nobody takes.</summary>
    public void Abandon(bool isExecuted)
    {
        var (client, server) = _clients[0];
        _request.ResetWrittenCount();
        client.Begin(Purpose.Measure, _request).Next.ShouldBe(ClientNext.Receive);
        if (isExecuted) server.Send(_request.WrittenSpan.ToArray());
        client.Abandoned();
    }

    private bool Operate(Purpose purpose)
    {
        var (client, server) = _clients[_next++ % _clients.Count];
        _request.ResetWrittenCount();
        var step = client.Begin(purpose, _request);
        if (step.Next == ClientNext.Idle) return false;
        step.Next.ShouldBe(ClientNext.Receive);
        var reply =
            Encoding.UTF8.GetBytes(Spoil(Encoding.ASCII.GetString(server.Send(_request.WrittenSpan.ToArray()))));
        _requests += _request.WrittenSpan.Count((byte)'\n');
        var half = client.Receive(reply.AsSpan(0, reply.Length / 2), end: false, _request);
        half.Next.ShouldBe(ClientNext.Receive);
        var rest = reply.AsSpan(half.Consumed);
        step = client.Receive(rest, end: false, _request);
        step.Next.ShouldBe(ClientNext.Complete);
        step.Consumed.ShouldBe(rest.Length);
        var key = (client.OperationType, step.Outcome);
        Ended[key] = Ended.GetValueOrDefault(key) + 1;
        return true;
    }
}
