using System.Buffers;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Tests.Servers.Fakes;

/// <summary>
/// Sends back what it gets and reports the bytes that its thread has allocated so far; allocates nothing itself.
/// </summary>
internal sealed class CountingEchoHandler(InstantDurable? durable, Action<long> report) : IConnectionHandler
{
    public Step Start(IBufferWriter<byte> output) => new(0, Next.Read);

    public Step Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> output)
    {
        report(GC.GetAllocatedBytesForCurrentThread());
        output.Write(input);
        return new Step(input.Length, end ? Next.Close : Next.Read, durable?.Log() ?? 0);
    }

    public Step Drained(IBufferWriter<byte> output) => new(0, Next.Read);

    public void Closed()
    {
    }
}
