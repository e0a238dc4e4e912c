using System.Buffers;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Tests.Experiments.Fakes;

/// <summary>
/// A workload of two stages whose clients are never asked for anything: the fake engine makes the numbers.
/// </summary>
internal sealed class FakeWorkload : IWorkload
{
    public string Name => "fake";

    public string Summary => "nothing";

    public int DefaultPort => 1;

    public ConnectionUse ConnectionUse => ConnectionUse.Persistent;

    public bool SharesState { get; init; } = true;

    public IReadOnlyList<string> OperationTypes => Stages;

    public IReadOnlyList<string> Stages { get; init; } = ["read", "write"];

    public IReadOnlyList<WorkloadOption> Options { get; } =
    [
        new("data", OptionKind.Text, ".", "folder", OptionSide.Server),
        new("size", OptionKind.Integer, "10", "bytes", OptionSide.Both, 1, 100),
        new("keys", OptionKind.Integer, "5", "number", OptionSide.Client, 1, 9),
    ];

    public IService CreateService(WorkloadSettings settings, IEventSink sink) => throw new NotSupportedException();

    public IClientPopulation CreatePopulation(WorkloadSettings settings, string stage, PopulationShare share,
        long seed) =>
        new Population(stage);

    internal sealed class Population(string stage) : IClientPopulation
    {
        public string Stage => stage;

        public bool NeedsPreparation => true;

        public IVirtualClient CreateClient(int clientIndex) => new IdleClient();

        public void ServerReplaced()
        {
        }
    }

    private sealed class IdleClient : IVirtualClient
    {
        public int OperationType => 0;

        public ClientStep Begin(Purpose purpose, IBufferWriter<byte> request) => ClientStep.Idle;

        public ClientStep Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> request) => ClientStep.Idle;

        public ClientStep Elapsed(IBufferWriter<byte> request) => ClientStep.Idle;

        public void Abandoned()
        {
        }
    }
}
