using System.Buffers;
using System.Globalization;
using System.Text;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Tests.Servers.Fakes;

/// <summary>Answers a bare connect with so many pieces and closes.</summary>
internal sealed class GreetingHandler : IConnectionHandler
{
    private readonly LineHandler _lines = new();
    private readonly int _pieces;

    public GreetingHandler(int pieces) => _pieces = pieces;

    public Step Start(IBufferWriter<byte> output)
    {
        _lines.Receive(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"big {_pieces}\n")), false,
            output);
        return new Step(0, Next.Drain);
    }

    public Step Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> output) =>
        throw new InvalidOperationException("nothing was asked for");

    public Step Drained(IBufferWriter<byte> output) =>
        _lines.Drained(output).Next == Next.Drain ? new Step(0, Next.Drain) : new Step(0, Next.Close);

    public void Closed()
    {
    }
}
