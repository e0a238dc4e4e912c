using System.Buffers;
using System.Globalization;
using System.Text;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Tests.Servers.Fakes;

/// <summary>
/// Answers lines. <c>big 20</c> is answered by 20 pieces of 64 KiB and a newline, <c>boom</c> by half a reply and an
/// exception,
/// <c>bye</c> by itself and the end, any other line by itself. An unfinished line at the end of the input is answered,
/// too.
/// </summary>
internal sealed class LineHandler : IConnectionHandler
{
    public const int Piece_bytes = 64 * 1024;

    private readonly bool _takesTurns;
    private readonly FakeDurable? _durable;
    private int _pieces;
    private bool _ended;

    /// <summary>Makes a handler.</summary>
    /// <param name="takesTurns">True: one line a call, then <see cref="Next.Drain"/>.</param>
    /// <param name="durable">Where each line is logged before it is answered.</param>
    public LineHandler(bool takesTurns = false, FakeDurable? durable = null)
    {
        _takesTurns = takesTurns;
        _durable = durable;
    }

    public Step Start(IBufferWriter<byte> output) => new(0, Next.Read);

    public Step Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> output)
    {
        _ended = end;
        var consumed = 0;
        var commitPoint = 0L;
        while (consumed < input.Length && _pieces == 0)
        {
            var rest = input[consumed..];
            var length = rest.IndexOf((byte)'\n');
            if (length < 0 && !end) break;
            var line = length < 0 ? rest : rest[..length];
            consumed += length < 0 ? rest.Length : length + 1;
            commitPoint = _durable?.Log() ?? 0;
            if (Answer(Encoding.ASCII.GetString(line), output)) return new Step(consumed, Next.Close, commitPoint);
            if (_takesTurns) return new Step(consumed, Next.Drain, commitPoint);
        }

        var next = _pieces > 0 ? Next.Drain : end ? Next.Close : Next.Read;
        return new Step(consumed, next, commitPoint);
    }

    public Step Drained(IBufferWriter<byte> output)
    {
        if (_pieces == 0) return new Step(0, Next.Read);
        WritePiece(output, _pieces--);
        if (_pieces > 0) return new Step(0, Next.Drain);
        output.Write("\n"u8);
        return new Step(0, _takesTurns || _ended ? Next.Drain : Next.Read);
    }

    public void GiveUp(string why, IBufferWriter<byte> output) => output.Write("given up\n"u8);

    public void Closed()
    {
    }

    /// <summary>What <c>big</c> is answered by.</summary>
    public static byte[] BigAnswer(int pieces)
    {
        var all = new ArrayBufferWriter<byte>();
        for (var piece = pieces; piece > 0; piece--) WritePiece(all, piece);
        all.Write("\n"u8);
        return all.WrittenSpan.ToArray();
    }

    private static void WritePiece(IBufferWriter<byte> output, int piece)
    {
        var span = output.GetSpan(Piece_bytes)[..Piece_bytes];
        for (var i = 0; i < span.Length; i++) span[i] = (byte)('a' + ((i + piece) % 23));
        output.Advance(Piece_bytes);
    }

    private bool Answer(string line, IBufferWriter<byte> output)
    {
        if (line is "boom")
        {
            output.Write("half a re"u8);
            throw new InvalidOperationException("boom was asked for");
        }

        if (line.StartsWith("big ", StringComparison.Ordinal))
        {
            _pieces = int.Parse(line.AsSpan(4), CultureInfo.InvariantCulture);
            return false;
        }

        Encoding.ASCII.GetBytes(line + "\n", output);
        return line is "bye";
    }
}
