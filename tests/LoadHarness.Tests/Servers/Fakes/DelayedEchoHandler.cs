using System.Buffers;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Time;

namespace LoadHarness.Tests.Servers.Fakes;

/// <summary>
/// Answers every byte by itself, after a delay of so many ms as the byte says; <see cref="AnHour"/> is an hour.
/// </summary>
internal sealed class DelayedEchoHandler : IConnectionHandler
{
    public const byte AnHour = 255;

    private const long Hour_ms = 3_600_000;

    private byte _answer;

    public Step Start(IBufferWriter<byte> output) => new(0, Next.Read);

    public Step Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> output)
    {
        if (input.IsEmpty) return new Step(0, end ? Next.Close : Next.Read);
        _answer = input[0];
        var delay_ms = _answer == AnHour ? Hour_ms : _answer;
        return new Step(1, Next.Wait, Due_ns: MonotonicClock.Now_ns + delay_ms * 1_000_000);
    }

    public Step Drained(IBufferWriter<byte> output)
    {
        output.Write([_answer]);
        return new Step(0, Next.Read);
    }

    public void Closed()
    {
    }
}
