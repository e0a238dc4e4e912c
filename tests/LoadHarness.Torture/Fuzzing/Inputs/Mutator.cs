namespace LoadHarness.Torture.Fuzzing.Inputs;

/// <summary>Changes a draft in one of the ways in which inputs go wrong.</summary>
/// <param name="words">Pieces of the parser's language; may be empty.</param>
internal sealed class Mutator(IReadOnlyList<byte[]> words)
{
    private const int Ways = 16;
    private const int LongestRun = 4096;

    private readonly byte[] _run = new byte[LongestRun];

    /// <summary>Makes one change.</summary>
    /// <param name="draft">What is changed.</param>
    /// <param name="other">Another input, to take a part of.</param>
    /// <param name="random">Decides.</param>
    public void Change(Draft draft, ReadOnlySpan<byte> other, FuzzRandom random)
    {
        var at = random.Below(draft.Length + 1);
        switch (random.Below(Ways))
        {
            case 0: FlipBit(draft, random); break;
            case 1: draft.Replace(at, 1, [random.NextByte()]); break;
            case 2: draft.Replace(at, random.Below(2), Telling(random)); break;
            case 3: draft.Replace(at, draft.Length, []); break;
            case 4: draft.Replace(at, random.Length(draft.Length + 1), []); break;
            case 5: Double(draft, at, random); break;
            case 6: draft.Replace(at, 0, Run([random.NextByte()], random)); break;
            case 7: draft.Replace(at, 0, Word(random)); break;
            case 8: draft.Replace(at, random.Length(16), Word(random)); break;
            case 9: Splice(draft, at, other, random); break;
            case 10: ChangeNumber(draft, at, random); break;
            case 11: draft.Replace(at, 0, Run(random.OneOf(Boundaries.Openers), random)); break;
            case 12: draft.Replace(at, random.Below(2), random.OneOf(Boundaries.Texts)); break;
            case 13: ChangeLineEnd(draft, at, random); break;
            case 14: Overwrite(draft, at, random.OneOf(Boundaries.Words)); break;
            default: Exchange(draft, random); break;
        }
    }

    private byte[] Word(FuzzRandom random) => words.Count == 0 ? random.OneOf(Boundaries.Texts) : random.OneOf(words);

    private static ReadOnlySpan<byte> Telling(FuzzRandom random) =>
        Boundaries.Bytes.Slice(random.Below(Boundaries.Bytes.Length), 1);

    private static void FlipBit(Draft draft, FuzzRandom random)
    {
        if (draft.Length > 0) draft.Bytes[random.Below(draft.Length)] ^= (byte)(1 << random.Below(8));
    }

    private static void Double(Draft draft, int at, FuzzRandom random)
    {
        var copy = draft.Bytes.Slice(at, Math.Min(random.Length(draft.Length + 1), draft.Length - at)).ToArray();
        draft.Replace(at, 0, copy);
    }

    /// <summary>The same again and again: mostly a few times, now and then to the end of all room.</summary>
    private ReadOnlySpan<byte> Run(ReadOnlySpan<byte> piece, FuzzRandom random)
    {
        var length = Math.Min(LongestRun, piece.Length * random.Length(LongestRun));
        for (var i = 0; i < length; i++) _run[i] = piece[i % piece.Length];
        return _run.AsSpan(0, length);
    }

    private static void Splice(Draft draft, int at, ReadOnlySpan<byte> other, FuzzRandom random)
    {
        var from = random.Below(other.Length + 1);
        var length = Math.Min(random.Length(other.Length + 1), other.Length - from);
        draft.Replace(at, random.OneIn(2) ? draft.Length : 0, other.Slice(from, length));
    }

    /// <summary>The next number behind a place becomes another one.</summary>
    private static void ChangeNumber(Draft draft, int at, FuzzRandom random)
    {
        var start = draft.Bytes[at..].IndexOfAnyInRange((byte)'0', (byte)'9');
        if (start < 0) return;
        start += at;
        var length = draft.Bytes[start..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (length < 0) length = draft.Length - start;
        if (random.OneIn(2))
        {
            draft.Replace(start, length, random.OneOf(Boundaries.Numbers));
            return;
        }

        // One more, or one less: limits are passed by one.
        draft.Bytes[start + length - 1] ^= 1;
    }

    private static void ChangeLineEnd(Draft draft, int at, FuzzRandom random)
    {
        var end = draft.Bytes[at..].IndexOf((byte)'\n');
        if (end < 0) return;
        ReadOnlySpan<byte> other = random.Below(4) switch
        {
            0 => "\r\n"u8,
            1 => "\r"u8,
            2 => "\n\n"u8,
            _ => [],
        };
        draft.Replace(at + end, 1, other);
    }

    private static void Overwrite(Draft draft, int at, ReadOnlySpan<byte> word) => draft.Replace(at, word.Length, word);

    private static void Exchange(Draft draft, FuzzRandom random)
    {
        if (draft.Length < 2) return;
        var length = Math.Min(random.Length(32), draft.Length / 2);
        var first = random.Below(draft.Length - (2 * length) + 1);
        var second = first + length + random.Below(draft.Length - (2 * length) - first + 1);
        Span<byte> kept = stackalloc byte[length];
        draft.Bytes.Slice(first, length).CopyTo(kept);
        draft.Bytes.Slice(second, length).CopyTo(draft.Bytes[first..]);
        kept.CopyTo(draft.Bytes[second..]);
    }
}
