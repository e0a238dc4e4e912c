using System.Buffers;
using LoadHarness.Contracts.Loading;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Raw.Loading;

/// <summary>One simulated user: the bytes to send, and an answer that must end as expected.</summary>
/// <param name="options">What is sent and what is right.</param>
internal sealed class RawClient(RawOptions options) : IVirtualClient
{
    private readonly AnswerReader _reader = new(options);

    /// <inheritdoc/>
    public int OperationType => 0;

    /// <inheritdoc/>
    public ClientStep Begin(Purpose purpose, IBufferWriter<byte> request)
    {
        if (purpose == Purpose.Prepare) return ClientStep.Idle;
        _reader.Begin();
        request.Write(options.Request);
        return ClientStep.Receive();
    }

    /// <inheritdoc/>
    public ClientStep Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> request)
    {
        var state = _reader.Read(input, end, out var consumed);
        if (state == ReadState.Incomplete) return ClientStep.Receive(consumed);
        // More than was asked for is wrong, too: answers have lost their requests.
        var isRight = state == ReadState.Complete && consumed == input.Length;
        return ClientStep.Complete(input.Length, isRight ? Outcome.Correct : Outcome.WrongAnswer);
    }

    /// <inheritdoc/>
    public ClientStep Elapsed(IBufferWriter<byte> request) => ClientStep.Receive();

    /// <inheritdoc/>
    public void Abandoned()
    {
        // The next operation begins a new answer, on a new connection.
    }
}
