using System.Buffers;
using LoadHarness.Contracts.Loading;

namespace LoadHarness.Workloads.Null;

/// <summary>One message out, one message in; a large one is checked piece by piece.</summary>
/// <param name="population">Has both messages.</param>
internal sealed class NullClient(NullPopulation population) : IVirtualClient
{
    /// <summary>Bytes of the answer that have come and were right.</summary>
    private int _seen;

    /// <inheritdoc/>
    public int OperationType => 0;

    /// <inheritdoc/>
    public ClientStep Begin(Purpose purpose, IBufferWriter<byte> request)
    {
        if (purpose == Purpose.Prepare) return ClientStep.Idle;
        _seen = 0;
        request.Write(population.Request);
        return ClientStep.Receive();
    }

    /// <inheritdoc/>
    public ClientStep Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> request)
    {
        var wanted = population.Answer.AsSpan(_seen);
        if (input.Length > wanted.Length || !input.SequenceEqual(wanted[..input.Length]))
            return ClientStep.Complete(input.Length, Outcome.WrongAnswer);
        _seen += input.Length;
        return input.Length == wanted.Length
            ? ClientStep.Complete(input.Length, Outcome.Correct)
            : ClientStep.Receive(input.Length);
    }

    /// <inheritdoc/>
    public ClientStep Elapsed(IBufferWriter<byte> request) => ClientStep.Receive();

    /// <inheritdoc/>
    public void Abandoned()
    {
    }
}
