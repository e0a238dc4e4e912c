using System.Buffers;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Workloads.Raw.Serving;

/// <summary>Sends back whole requests, as many as came together, up to a turn's worth.</summary>
/// <param name="service">Shared by all connections.</param>
internal sealed class EchoConnection(EchoService service) : IConnectionHandler
{
    /// <summary>Answers of one turn stay below this, but for one that is larger by itself.</summary>
    private const int TurnOutput_bytes = 64 * 1024;

    private readonly int _requestsPerTurn =
        service.EndsConnection ? 1 : Math.Max(1, TurnOutput_bytes / Math.Max(1, service.RequestSize));

    /// <inheritdoc/>
    public Step Start(IBufferWriter<byte> output)
    {
        if (service.RequestSize > 0) return new Step(0, Next.Read);
        // Nothing is asked, so nothing is echoed.
        service.Count(1);
        return new Step(0, Next.Close);
    }

    /// <inheritdoc/>
    public Step Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> output)
    {
        var there = input.Length / service.RequestSize;
        var requests = Math.Min(there, _requestsPerTurn);
        if (requests == 0) return new Step(0, end ? Next.Close : Next.Read);
        var consumed = requests * service.RequestSize;
        output.Write(input[..consumed]);
        service.Count(requests);
        if (service.EndsConnection) return new Step(input.Length, Next.Close);
        return new Step(consumed, requests < there ? Next.Drain : end ? Next.Close : Next.Read);
    }

    /// <inheritdoc/>
    public Step Drained(IBufferWriter<byte> output) => new(0, Next.Read);

    /// <inheritdoc/>
    public void Closed()
    {
    }
}
