using System.Buffers;
using System.Text;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Torture.Linear;

/// <summary>Stands between a client and the true table, line by line.</summary>
/// <param name="table">The true table's side.</param>
/// <param name="answers">Decides what goes wrong.</param>
internal sealed class FaultyConnection(IConnectionHandler table, FaultyAnswers answers) : IConnectionHandler
{
    private readonly ArrayBufferWriter<byte> _answer = new();

    /// <inheritdoc/>
    public Step Start(IBufferWriter<byte> output) => table.Start(output);

    /// <inheritdoc/>
    public Step Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> output)
    {
        var consumed = 0;
        while (input[consumed..].IndexOf((byte)'\n') is var length and >= 0)
        {
            Answer(Encoding.UTF8.GetString(input.Slice(consumed, length + 1)), output);
            consumed += length + 1;
        }

        return new Step(consumed, end ? Next.Close : Next.Read);
    }

    /// <inheritdoc/>
    public Step Drained(IBufferWriter<byte> output) => table.Drained(output);

    /// <inheritdoc/>
    public void Closed() => table.Closed();

    private void Answer(string request, IBufferWriter<byte> output)
    {
        if (answers.Wrong(request) is { } wrong)
        {
            output.Write(wrong);
            return;
        }

        _answer.ResetWrittenCount();
        table.Receive(answers.Executed(request), end: false, _answer);
        answers.Remember(request, _answer.WrittenSpan);
        output.Write(_answer.WrittenSpan);
    }
}
