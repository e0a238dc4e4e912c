using System.Buffers;
using LoadHarness.Contracts.Loading;

namespace LoadHarness.Benchmarks.Floor;

/// <summary>Sends 64 bytes and wants the same back.</summary>
internal sealed class EchoClient : IVirtualClient
{
    private static readonly byte[] _message = [.. Enumerable.Repeat((byte)'x', 64)];

    public int OperationType => 0;

    public ClientStep Begin(Purpose purpose, IBufferWriter<byte> request)
    {
        request.Write(_message);
        return ClientStep.Receive();
    }

    public ClientStep Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> request) =>
        input.Length < _message.Length
            ? ClientStep.Receive()
            : ClientStep.Complete(
                _message.Length, input.SequenceEqual(_message) ? Outcome.Correct : Outcome.WrongAnswer);

    public ClientStep Elapsed(IBufferWriter<byte> request) => throw new InvalidOperationException("No pause is asked.");

    public void Abandoned()
    {
        // Nothing to take back.
    }
}
