using System.Buffers;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Tests.Servers.Fakes;

/// <summary>A handler with a mistake: it always wants more, also after the end.</summary>
internal sealed class InsatiableHandler : IConnectionHandler
{
    public Step Start(IBufferWriter<byte> output) => new(0, Next.Read);

    public Step Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> output) => new(input.Length, Next.Read);

    public Step Drained(IBufferWriter<byte> output) => new(0, Next.Read);

    public void Closed()
    {
    }
}
