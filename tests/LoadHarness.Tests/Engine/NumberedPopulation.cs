using System.Buffers;
using System.Globalization;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Time;

namespace LoadHarness.Tests.Engine;

/// <summary>
/// Virtual clients that send the number of the operation as a line and expect it back: numbered over all clients, in
/// the order in which they begin. They note when each began and when its answer had come.
/// </summary>
internal sealed class NumberedPopulation : IClientPopulation
{
    private const int MostOperations = 400_000;
    private const int MostDigits = 10;

    public long[] Begun_ns { get; } = new long[MostOperations];

    public long[] Answered_ns { get; } = new long[MostOperations];

    public int Begun { get; private set; }

    public IVirtualClient CreateClient(int clientIndex) => new NumberedClient(this);

    public void ServerReplaced()
    {
    }

    private sealed class NumberedClient(NumberedPopulation population) : IVirtualClient
    {
        private int _number;

        public int OperationType => 0;

        public ClientStep Begin(Purpose purpose, IBufferWriter<byte> request)
        {
            _number = population.Begun++;
            population.Begun_ns[_number] = MonotonicClock.Now_ns;
            var line = request.GetSpan(MostDigits + 1);
            _number.TryFormat(line, out var length, default, CultureInfo.InvariantCulture);
            line[length] = (byte)'\n';
            request.Advance(length + 1);
            return ClientStep.Receive();
        }

        public ClientStep Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> request)
        {
            var length = input.IndexOf((byte)'\n') + 1;
            if (length == 0) return ClientStep.Receive();
            population.Answered_ns[_number] = MonotonicClock.Now_ns;
            var isRight = int.Parse(input[..(length - 1)], CultureInfo.InvariantCulture) == _number;
            return ClientStep.Complete(length, isRight ? Outcome.Correct : Outcome.WrongAnswer);
        }

        public ClientStep Elapsed(IBufferWriter<byte> request) => throw new InvalidOperationException();

        public void Abandoned()
        {
        }
    }
}
