using System.Buffers;
using LoadHarness.Contracts.Serving;
using LoadHarness.Workloads.Resp.Protocol;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Resp.Serving;

/// <summary>
/// One connection. Commands that arrive together are answered together, up to a turn's worth. It remembers nothing:
/// all that is common to connections lies in <see cref="RespCommands"/>.
/// </summary>
internal sealed class RespConnection(RespCommands commands) : IConnectionHandler
{
    private const int CommandsPerTurn = 256;
    private const int OutputPerTurn_bytes = 64 * 1024;

    /// <inheritdoc/>
    public Step Start(IBufferWriter<byte> output) => new(0, Next.Read);

    /// <inheritdoc/>
    public Step Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> output)
    {
        var consumed = 0;
        var written = 0;
        for (var count = 0; ; count++)
        {
            var rest = input[consumed..];
            var state = commands.Reader.Read(rest);
            if (state == ReadState.Incomplete) return new Step(consumed, end ? Next.Close : Next.Read);
            if (count == CommandsPerTurn || written > OutputPerTurn_bytes) return new Step(consumed, Next.Drain);
            if (state == ReadState.Malformed)
            {
                Reply.WriteError(output, $"ERR Protocol error: {commands.Reader.Problem}");
                return new Step(input.Length, Next.Close);
            }

            consumed += commands.Reader.Length;
            written += commands.Execute(rest, output, out var isLast);
            if (isLast) return new Step(input.Length, Next.Close);
        }
    }

    /// <inheritdoc/>
    public Step Drained(IBufferWriter<byte> output) => new(0, Next.Read);

    /// <inheritdoc/>
    public void GiveUp(string why, IBufferWriter<byte> output) =>
        Reply.WriteError(output, $"ERR Protocol error: {why}");

    /// <inheritdoc/>
    public void Closed()
    {
    }
}
