using System.Buffers;
using LoadHarness.Contracts.Loading;

namespace LoadHarness.Tests.Engine;

/// <summary>
/// Virtual clients that send nothing and read until the end: right when as many bytes came as expected.
/// </summary>
internal sealed class GreetingPopulation(int expected) : IClientPopulation
{
    public IVirtualClient CreateClient(int clientIndex) => new GreetingClient(expected);

    public void ServerReplaced()
    {
    }

    private sealed class GreetingClient(int expected) : IVirtualClient
    {
        private int _received;

        public int OperationType => 0;

        public ClientStep Begin(Purpose purpose, IBufferWriter<byte> request)
        {
            _received = 0;
            return ClientStep.Receive();
        }

        public ClientStep Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> request)
        {
            _received += input.Length;
            if (!end) return ClientStep.Receive(input.Length);
            return ClientStep.Complete(input.Length, _received == expected ? Outcome.Correct : Outcome.WrongAnswer);
        }

        public ClientStep Elapsed(IBufferWriter<byte> request) => throw new InvalidOperationException();

        public void Abandoned() => _received = 0;
    }
}
