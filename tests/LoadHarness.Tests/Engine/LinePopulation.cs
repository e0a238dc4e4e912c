using System.Buffers;
using System.Text;
using LoadHarness.Contracts.Loading;

namespace LoadHarness.Tests.Engine;

/// <summary>
/// Virtual clients that send a line and expect it back; what a client sends as its n-th operation is up to the test.
/// </summary>
internal sealed class LinePopulation : IClientPopulation
{
    public static readonly string[] Types = ["even", "odd"];

    /// <summary>Operations left for all clients together.</summary>
    public long Left { get; set; } = long.MaxValue;

    /// <summary>Operations each client has to prepare.</summary>
    public int PreparationsEach { get; init; }

    /// <summary>The line for a client's n-th operation, both from 0.</summary>
    public Func<int, int, string> Line { get; init; } = (_, _) => "hello";

    /// <summary>A pause inside every operation, µs; 0 for none.</summary>
    public long Pause_us { get; init; }

    /// <summary>The answer is complete only when the server has ended.</summary>
    public bool ReadsToTheEnd { get; init; }

    public List<int> Created { get; } = [];

    public int Begun { get; set; }

    public int Abandoned { get; set; }

    public int Paused { get; set; }

    public IVirtualClient CreateClient(int clientIndex)
    {
        Created.Add(clientIndex);
        return new LineClient(this, clientIndex);
    }

    public void ServerReplaced()
    {
    }

    private sealed class LineClient(LinePopulation population, int index) : IVirtualClient
    {
        private readonly Dictionary<string, byte[]> _lines = new(StringComparer.Ordinal);
        private byte[] _expected = [];
        private int _operations;
        private int _prepared;

        public int OperationType { get; private set; }

        public ClientStep Begin(Purpose purpose, IBufferWriter<byte> request)
        {
            if (purpose == Purpose.Prepare && _prepared == population.PreparationsEach) return ClientStep.Idle;
            if (population.Left == 0) return ClientStep.Idle;
            population.Left--;
            population.Begun++;
            if (purpose == Purpose.Prepare) _prepared++;
            OperationType = _operations % 2;
            var text = population.Line(index, _operations++);
            if (!_lines.TryGetValue(text, out _expected!)) _lines[text] =
                _expected = Encoding.ASCII.GetBytes(text + "\n");
            if (population.Pause_us > 0) return new ClientStep(0, ClientNext.Wait, Delay_us: population.Pause_us);
            request.Write(_expected);
            return ClientStep.Receive();
        }

        public ClientStep Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> request)
        {
            var length = input.IndexOf((byte)'\n') + 1;
            if (length == 0 || (population.ReadsToTheEnd && !end)) return ClientStep.Receive();
            return ClientStep.Complete(length, input[..length].SequenceEqual(_expected)
                ? Outcome.Correct : Outcome.WrongAnswer);
        }

        public ClientStep Elapsed(IBufferWriter<byte> request)
        {
            population.Paused++;
            request.Write(_expected);
            return ClientStep.Receive();
        }

        public void Abandoned()
        {
            population.Abandoned++;
            if (_prepared > 0) _prepared--;
        }
    }
}
