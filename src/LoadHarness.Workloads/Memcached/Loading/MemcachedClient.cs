using System.Buffers;
using LoadHarness.Contracts.Loading;
using LoadHarness.Workloads.Memcached.Protocol;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Memcached.Loading;

/// <summary>One simulated user: a command, and the reply that it must have.</summary>
/// <param name="population">What the clients share.</param>
internal sealed class MemcachedClient(MemcachedPopulation population) : PipelinedClient(population.Loading, together: 1)
{
    private MemcachedStage _operation;

    /// <inheritdoc/>
    public override int OperationType => (int)_operation;

    /// <inheritdoc/>
    protected override void Choose(Purpose purpose) =>
        _operation = purpose == Purpose.Prepare ? MemcachedStage.Set : population.DrawOperation();

    /// <inheritdoc/>
    protected override int Write(IBufferWriter<byte> request)
    {
        var number = population.DrawKey();
        if (_operation == MemcachedStage.Get) MemcachedText.WriteGet(request, number);
        else WriteSet(request, number);
        return number;
    }

    /// <inheritdoc/>
    protected override void WriteSet(IBufferWriter<byte> request, int number) =>
        population.Text.WriteSet(request, number);

    /// <inheritdoc/>
    protected override ReadState Measure(ReadOnlySpan<byte> input, out int length) =>
        ReplyReader.Read(input, out length);

    /// <inheritdoc/>
    protected override bool IsRight(ReadOnlySpan<byte> reply, int number) =>
        _operation == MemcachedStage.Get ? population.Text.IsValue(reply, number) : reply.SequenceEqual("STORED\r\n"u8);
}
