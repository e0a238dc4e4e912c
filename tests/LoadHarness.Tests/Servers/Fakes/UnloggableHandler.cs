using System.Buffers;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Tests.Servers.Fakes;

/// <summary>A handler whose log cannot be written.</summary>
internal sealed class UnloggableHandler : IConnectionHandler
{
    public Step Start(IBufferWriter<byte> output) => new(0, Next.Read);

    public Step Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> output) =>
        throw new DurabilityException("the log cannot be written");

    public Step Drained(IBufferWriter<byte> output) => new(0, Next.Read);

    public void Closed()
    {
    }
}
