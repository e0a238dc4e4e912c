using System.Buffers;
using System.Runtime.CompilerServices;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Workloads.NumberList;

/// <summary>
/// Sends one list, piece by piece as the output drains; holds the state of its draws and never the list.
/// </summary>
/// <param name="draws">This connection's own.</param>
/// <param name="count">Numbers of the list, at least 1.</param>
/// <param name="sent">Called once when the whole list has left.</param>
internal sealed class NumberListHandler(UniformDraws draws, long count, Action sent) : IConnectionHandler
{
    /// <summary>Smallest size of a piece but the last: smaller ones cost more wake-ups than they save cache.</summary>
    public const int PieceSize = 64 * 1024;

    private const int Batch = 512; // numbers drawn before they are formatted: 2 KiB, they stay in the nearest cache

    private static readonly int _room = PieceSize + NumberListFormatter.RoomFor(Batch);

    private long _left = count;

    /// <inheritdoc/>
    public Step Start(IBufferWriter<byte> output) => WritePiece(output);

    /// <inheritdoc/>
    /// <remarks>A client has nothing to say.</remarks>
    public Step Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> output) =>
        new(input.Length, Next.Drain);

    /// <inheritdoc/>
    public Step Drained(IBufferWriter<byte> output)
    {
        if (_left > 0) return WritePiece(output);
        sent();
        return new Step(0, Next.Close);
    }

    /// <inheritdoc/>
    public void Closed()
    {
    }

    [SkipLocalsInit]
    private Step WritePiece(IBufferWriter<byte> output)
    {
        Span<int> batch = stackalloc int[Batch];
        var piece = output.GetSpan(_room);
        var written = 0;
        while (written < PieceSize && _left > 0)
        {
            var numbers = batch[..(int)Math.Min(_left, Batch)];
            draws.Fill(numbers);
            written += NumberListFormatter.Format(numbers, piece[written..]);
            _left -= numbers.Length;
        }

        if (_left == 0) written--; // no comma after the last number
        output.Advance(written);
        return new Step(0, Next.Drain);
    }
}
