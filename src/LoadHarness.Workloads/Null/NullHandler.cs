using System.Buffers;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Workloads.Null;

/// <summary>Answers every so many bytes, whatever they are; looking at them would be work.</summary>
/// <param name="service">Shared by all connections.</param>
internal sealed class NullHandler(NullService service) : IConnectionHandler
{
    /// <summary>Answers of one turn stay below this, but for one that is larger by itself.</summary>
    private const int TurnOutput_bytes = 64 * 1024;

    private readonly int _requestsPerTurn = Math.Max(1, TurnOutput_bytes / service.Answer.Length);

    /// <inheritdoc/>
    public Step Start(IBufferWriter<byte> output) => new(0, Next.Read);

    /// <inheritdoc/>
    public Step Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> output)
    {
        var there = input.Length / service.RequestSize;
        var requests = Math.Min(there, _requestsPerTurn);
        for (var i = 0; i < requests; i++) output.Write(service.Answer);
        if (requests > 0) service.Count(requests);
        var next = requests < there ? Next.Drain : end ? Next.Close : Next.Read;
        return new Step(requests * service.RequestSize, next);
    }

    /// <inheritdoc/>
    public Step Drained(IBufferWriter<byte> output) => new(0, Next.Read);

    /// <inheritdoc/>
    public void Closed()
    {
    }
}
