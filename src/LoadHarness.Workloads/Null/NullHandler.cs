using System.Buffers;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Workloads.Null;

/// <summary>
/// Answers every so many bytes, whatever they are; looking at them would be work. A large answer leaves in pieces.
/// </summary>
/// <param name="service">Shared by all connections.</param>
internal sealed class NullHandler(NullService service) : IConnectionHandler
{
    /// <summary>What one turn writes at most; a larger answer takes several turns.</summary>
    private const int TurnOutput_bytes = 64 * 1024;

    private readonly int _requestsPerTurn = Math.Max(1, TurnOutput_bytes / service.Answer.Length);

    /// <summary>Bytes of the answer under way that are not written yet.</summary>
    private int _left;

    /// <inheritdoc/>
    public Step Start(IBufferWriter<byte> output) => new(0, Next.Read);

    /// <inheritdoc/>
    public Step Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> output)
    {
        var there = input.Length / service.RequestSize;
        if (there > 0 && service.Answer.Length > TurnOutput_bytes)
        {
            service.Count(1);
            _left = service.Answer.Length;
            WritePiece(output);
            return new Step(service.RequestSize, Next.Drain);
        }

        var requests = Math.Min(there, _requestsPerTurn);
        for (var i = 0; i < requests; i++) output.Write(service.Answer);
        if (requests > 0) service.Count(requests);
        var next = requests < there ? Next.Drain : end ? Next.Close : Next.Read;
        return new Step(requests * service.RequestSize, next);
    }

    /// <inheritdoc/>
    public Step Drained(IBufferWriter<byte> output)
    {
        if (_left == 0) return new Step(0, Next.Read);
        WritePiece(output);
        return new Step(0, Next.Drain);
    }

    /// <inheritdoc/>
    public void Closed()
    {
    }

    private void WritePiece(IBufferWriter<byte> output)
    {
        var piece = Math.Min(_left, TurnOutput_bytes);
        output.Write(service.Answer.AsSpan(service.Answer.Length - _left, piece));
        _left -= piece;
    }
}
