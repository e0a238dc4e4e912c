using System.Globalization;

namespace LoadHarness.Torture.Fuzzing.Playing;

/// <summary>
/// How an input arrives: whole, in pieces, or byte by byte. A network may do any of it, so a parser must make the same
/// of all.
/// </summary>
internal sealed class Feeding
{
    private const int LongestByBytes = 1024;
    private const int LongestPiece = 64;

    private readonly string _name;
    private readonly int _first;
    private readonly int _most;
    private readonly FuzzRandom? _random;

    private Feeding(string name, int first, int most, FuzzRandom? random) =>
        (_name, _first, _most, _random) = (name, first, most, random);

    /// <summary>Length of the next piece.</summary>
    /// <param name="fed">Bytes that were fed.</param>
    /// <param name="left">Bytes that are left, at least one.</param>
    public int Next(int fed, int left) =>
        Math.Min(left, fed < _first ? _first - fed : _random?.Length(_most) ?? _most);

    /// <summary>Feeds an input in all ways.</summary>
    /// <param name="input">The input.</param>
    /// <param name="random">Draws the pieces.</param>
    /// <param name="together">First bytes that always arrive together, because they tell a protocol.</param>
    /// <param name="feed">Feeds it, each time to a parser that has seen nothing.</param>
    /// <returns>What was made of it.</returns>
    /// <exception cref="BrokenPromiseException">It was not always the same.</exception>
    public static FuzzOutcome Compare(
        byte[] input, FuzzRandom random, int together, Func<byte[], Feeding, FuzzOutcome> feed)
    {
        var whole = feed(input, Whole());
        if (input.Length < 2) return whole;
        var seed = random.Next();
        Expect(() => InPieces(together, seed));
        if (input.Length <= LongestByBytes) Expect(() => ByBytes(together));
        return whole;

        void Expect(Func<Feeding> make)
        {
            // Twice, because a pattern's time limit is by the clock.
            var feeding = make();
            if (feed(input, feeding) == whole) return;
            var (other, again) = (feed(input, make()), feed(input, Whole()));
            if (other == again) return;
            throw new BrokenPromiseException(string.Create(
                CultureInfo.InvariantCulture, $"fed whole: {again}; {feeding._name}: {other}"));
        }
    }

    private static Feeding Whole() => new("whole", 0, int.MaxValue, null);

    private static Feeding ByBytes(int together) => new("byte by byte", together, 1, null);

    private static Feeding InPieces(int together, ulong seed) =>
        new("in pieces", together, LongestPiece, new FuzzRandom(seed));
}
