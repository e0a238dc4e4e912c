using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LoadHarness.Workloads.NumberList;

/// <summary>
/// Checks the form of a number list of which pieces arrive: integers of at most 9 digits in their shortest form
/// (no leading zero, no <c>-0</c>, no plus), one comma between two, nothing else and nothing after the last.
/// Looks at 64 bytes at a time, one bit for each, without a branch that depends on them.
/// </summary>
/// <remarks>
/// The masks of the 64 bytes before the current ones are kept, aligned so that the byte just before is the highest bit,
/// so that rules about neighbours hold across blocks and pieces. A mistake anywhere sets a bit that stays.
/// </remarks>
public sealed class NumberListChecker
{
    private const ulong JustBefore = 1UL << 63;

    private State _state = State.AtStart;

    /// <summary>True once the text so far cannot be the beginning of a list.</summary>
    public bool IsMalformed => _state.Mistakes != 0;

    /// <summary>Commas so far: complete numbers.</summary>
    public long CommaCount => _state.Commas;

    /// <summary>True when the text so far is a list in itself, of any number of integers.</summary>
    public bool IsList => !IsMalformed && (_state.Digits & JustBefore) != 0;

    /// <summary>Begins a new list.</summary>
    public void Reset() => _state = State.AtStart;

    /// <summary>Takes the next piece of text, of any length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<byte> text)
    {
        var state = _state;
        while (text.Length >= ByteBlock.Size)
        {
            state = Follow(state, ByteBlock.Full(text), ByteBlock.Size);
            text = text[ByteBlock.Size..];
        }

        if (text.Length > 0) state = Follow(state, ByteBlock.Part(text), text.Length);
        _state = state;
    }

    /// <summary>The state after the bytes of a block.</summary>
    /// <param name="before">The state before them.</param>
    /// <param name="block">The bytes, with zeros behind when there are less than 64.</param>
    /// <param name="length">How many they are, 1 … 64.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static State Follow(State before, Vector512<byte> block, int length)
    {
        var commas = ByteBlock.Where(block, ',');
        var minuses = ByteBlock.Where(block, '-');
        var zeros = ByteBlock.Where(block, '0');
        var digits = ByteBlock.WhereDigit(block);

        var starts = Shifted(commas, before.CommaMask, 1);
        var afterMinus = Shifted(minuses, before.Minuses, 1);
        var firstDigits = (starts & ~minuses) | afterMinus;
        var firstZeros = firstDigits & zeros;
        var runs2 = digits & Shifted(digits, before.Digits, 1);
        var runs4 = runs2 & Shifted(runs2, before.Runs2, 2);
        var runs8 = runs4 & Shifted(runs4, before.Runs4, 4);
        var mistakes = ~(commas | minuses | digits) // a strange character
            | (minuses & ~starts) // a minus inside a number
            | (firstDigits & ~digits) // an empty number
            | (afterMinus & zeros) // -0
            | (Shifted(firstZeros, before.FirstZeros, 1) & ~commas) // a leading zero
            | (runs8 & Shifted(runs2, before.Runs2, 8)); // ten digits in a row
        return new State
        {
            Mistakes = before.Mistakes | (mistakes & (ulong.MaxValue >> (ByteBlock.Size - length))),
            Commas = before.Commas + BitOperations.PopCount(commas),
            CommaMask = Aligned(commas, before.CommaMask, length),
            Minuses = Aligned(minuses, before.Minuses, length),
            Digits = Aligned(digits, before.Digits, length),
            FirstZeros = Aligned(firstZeros, before.FirstZeros, length),
            Runs2 = Aligned(runs2, before.Runs2, length),
            Runs4 = Aligned(runs4, before.Runs4, length),
        };
    }

    /// <summary>
    /// Each bit moved to the byte that stands some places later, those of the block before coming in.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Shifted(ulong mask, ulong before, int places) => (mask << places) | (before >> (64 - places));

    /// <summary>The mask of the last 64 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Aligned(ulong mask, ulong before, int length) =>
        length == ByteBlock.Size ? mask : (mask << (ByteBlock.Size - length)) | (before >> length);

    private struct State
    {
        public ulong Mistakes;
        public long Commas;
        public ulong CommaMask;
        public ulong Minuses;
        public ulong Digits;
        public ulong FirstZeros;
        public ulong Runs2;
        public ulong Runs4;

        /// <summary>Before the first byte, as after a comma.</summary>
        public static State AtStart => new() { CommaMask = JustBefore };
    }
}
