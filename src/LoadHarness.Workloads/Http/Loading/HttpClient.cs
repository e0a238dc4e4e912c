using System.Buffers;
using LoadHarness.Contracts.Loading;
using LoadHarness.Workloads.Http.Protocol;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Http.Loading;

/// <summary>One simulated user: a request, and a response that must have the right status and size.</summary>
/// <param name="population">Has the request and knows what is right.</param>
internal sealed class HttpClient(HttpPopulation population) : IVirtualClient
{
    private readonly ResponseReader _reader = new();
    private HttpStage _operation;

    /// <inheritdoc/>
    public int OperationType => (int)_operation;

    /// <inheritdoc/>
    public ClientStep Begin(Purpose purpose, IBufferWriter<byte> request)
    {
        if (purpose == Purpose.Prepare) return ClientStep.Idle;
        _reader.Begin();
        _operation = population.DrawOperation();
        request.Write(population.RequestOf(_operation));
        return ClientStep.Receive();
    }

    /// <inheritdoc/>
    public ClientStep Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> request)
    {
        var state = _reader.Read(input, out var consumed);
        if (state == ReadState.Incomplete) return ClientStep.Receive(consumed);
        // More than was asked for is wrong, too: responses have lost their requests.
        var isRight = state == ReadState.Complete && consumed == input.Length
            && population.IsRight(_reader.Status, _reader.Body_bytes);
        return ClientStep.Complete(input.Length, isRight ? Outcome.Correct : Outcome.WrongAnswer);
    }

    /// <inheritdoc/>
    public ClientStep Elapsed(IBufferWriter<byte> request) => ClientStep.Receive();

    /// <inheritdoc/>
    public void Abandoned()
    {
        // The next operation begins a new response, on a new connection.
    }
}
