using System.Buffers;
using System.Text;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Workloads.Memcached.Serving;

/// <summary>
/// One connection. Commands that arrive together are answered together, up to a turn's worth. It remembers nothing:
/// all that is common to connections lies in <see cref="MemcachedCommands"/>.
/// </summary>
internal sealed class MemcachedConnection(MemcachedCommands commands) : IConnectionHandler
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
        for (var count = 0; count < CommandsPerTurn && written <= OutputPerTurn_bytes; count++)
        {
            var done = commands.Execute(input[consumed..], output);
            if (done.IsLast) return new Step(input.Length, Next.Close);
            if (done.Consumed == 0) return new Step(consumed, end ? Next.Close : Next.Read);
            consumed += done.Consumed;
            written += done.Written;
        }

        return new Step(consumed, Next.Drain);
    }

    /// <inheritdoc/>
    public Step Drained(IBufferWriter<byte> output) => new(0, Next.Read);

    /// <inheritdoc/>
    public void GiveUp(string why, IBufferWriter<byte> output) =>
        Encoding.ASCII.GetBytes($"CLIENT_ERROR {why}\r\n", output);

    /// <inheritdoc/>
    public void Closed()
    {
    }
}
