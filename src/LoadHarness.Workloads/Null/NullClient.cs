using System.Buffers;
using LoadHarness.Contracts.Loading;

namespace LoadHarness.Workloads.Null;

/// <summary>One message out, one message in.</summary>
/// <param name="population">Has both messages.</param>
internal sealed class NullClient(NullPopulation population) : IVirtualClient
{
    /// <inheritdoc/>
    public int OperationType => 0;

    /// <inheritdoc/>
    public ClientStep Begin(Purpose purpose, IBufferWriter<byte> request)
    {
        if (purpose == Purpose.Prepare) return ClientStep.Idle;
        request.Write(population.Request);
        return ClientStep.Receive();
    }

    /// <inheritdoc/>
    public ClientStep Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> request)
    {
        var answer = population.Answer;
        if (input.Length < answer.Length) return ClientStep.Receive();
        var isRight = input.SequenceEqual(answer);
        return ClientStep.Complete(input.Length, isRight ? Outcome.Correct : Outcome.WrongAnswer);
    }

    /// <inheritdoc/>
    public ClientStep Elapsed(IBufferWriter<byte> request) => ClientStep.Receive();

    /// <inheritdoc/>
    public void Abandoned()
    {
    }
}
