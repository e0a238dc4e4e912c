using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Raw.Loading;

/// <summary>
/// Reads one answer after the other, however it is cut into pieces. Answers are compared as they come and not kept.
/// </summary>
/// <param name="options">How an answer ends, and what it is.</param>
internal sealed class AnswerReader(RawOptions options)
{
    private long _length;

    /// <summary>Begins the next answer.</summary>
    public void Begin() => _length = 0;

    /// <summary>Reads on.</summary>
    /// <param name="input">What was not consumed before, and what has come since.</param>
    /// <param name="end">Nothing follows.</param>
    /// <param name="consumed">Bytes done with.</param>
    /// <returns><see cref="ReadState.Malformed"/> as soon as it cannot become the right answer any more.</returns>
    public ReadState Read(ReadOnlySpan<byte> input, bool end, out int consumed)
    {
        consumed = Take(input, end, out var isWhole);
        var piece = input[..consumed];
        if (!Agrees(piece, options.AnswerStart)) return ReadState.Malformed;
        if (options.Answer.Length > 0 && (!Agrees(piece, options.Answer) || _length + consumed > options.Answer.Length))
            return ReadState.Malformed;
        _length += consumed;
        if (!isWhole) return ReadState.Incomplete;
        var isLongEnough = _length >= options.AnswerStart.Length && _length >= options.Answer.Length;
        return isLongEnough ? ReadState.Complete : ReadState.Malformed;
    }

    private int Take(ReadOnlySpan<byte> input, bool end, out bool isWhole)
    {
        switch (options.End.Kind)
        {
            case EndKind.Length:
                var left = options.End.Length_bytes - _length;
                isWhole = input.Length >= left;
                return (int)Math.Min(left, input.Length);
            case EndKind.Close:
                isWhole = end;
                return input.Length;
            default:
                var delimiter = options.End.Delimiter;
                var at = input.IndexOf(delimiter);
                isWhole = at >= 0;
                // The end of the input may be the beginning of the delimiter.
                return isWhole ? at + delimiter.Length : Math.Max(0, input.Length - delimiter.Length + 1);
        }
    }

    /// <summary>True when the next bytes of the answer are those at their place, as far as there are any.</summary>
    private bool Agrees(ReadOnlySpan<byte> piece, byte[] right)
    {
        if (_length >= right.Length) return true;
        var rest = right.AsSpan((int)_length);
        var shared = Math.Min(rest.Length, piece.Length);
        return piece[..shared].SequenceEqual(rest[..shared]);
    }
}
