namespace LoadHarness.Torture.Fuzzing.Inputs;

/// <summary>Makes inputs from those that are worth keeping: some are changed once, some many times.</summary>
/// <param name="kept">What there is; it may grow between two calls.</param>
/// <param name="words">Pieces of the parser's language.</param>
/// <param name="longest_bytes">Longest input.</param>
internal sealed class InputMaker(IReadOnlyList<byte[]> kept, IReadOnlyList<byte[]> words, int longest_bytes)
{
    private const int MostChanges = 6;
    private const int UnchangedOf = 64;
    private const int RecentOf = 3;
    private const int Recent = 16;

    private readonly Draft _draft = new(longest_bytes);
    private readonly Mutator _mutator = new(words);

    /// <summary>The next input.</summary>
    public byte[] Make(FuzzRandom random)
    {
        _draft.Begin(Choose(random));
        if (random.OneIn(UnchangedOf)) return _draft.ToArray();
        for (var changes = 1 + random.Below(1 + random.Below(MostChanges)); changes > 0; changes--)
            _mutator.Change(_draft, Choose(random), random);
        return _draft.ToArray();
    }

    /// <summary>What was found last leads on most.</summary>
    private byte[] Choose(FuzzRandom random)
    {
        var from = random.OneIn(RecentOf) ? Math.Max(0, kept.Count - Recent) : 0;
        return kept[from + random.Below(kept.Count - from)];
    }
}
