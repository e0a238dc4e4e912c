namespace LoadHarness.Torture.Fuzzing;

/// <summary>A parser, what it is fed, and what it promises. Used by one thread.</summary>
/// <param name="name">Group and name, like <c>server/resp</c>.</param>
internal abstract class FuzzTarget(string name)
{
    /// <summary>Group and name.</summary>
    public string Name { get; } = name;

    /// <summary>The group: what stands before the slash.</summary>
    public string Group => Name.Split('/')[0];

    /// <summary>Valid inputs to begin with, at least one.</summary>
    public required IReadOnlyList<byte[]> Seeds { get; init; }

    /// <summary>Pieces of its language.</summary>
    public IReadOnlyList<byte[]> Words { get; init; } = [];

    /// <summary>Longest input.</summary>
    public int Longest_bytes { get; init; } = 4096;

    /// <summary>Most memory that an empty input may take.</summary>
    public long Allowance_bytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>Most memory that each byte of the input may add.</summary>
    public int AllowancePerByte { get; init; } = 1024;

    /// <summary>
    /// Puts right what no chance would: checksums and lengths that follow from the rest. Most inputs are mended.
    /// </summary>
    public Func<byte[], byte[]>? Mend { get; init; }

    /// <summary>Feeds the parser, in several ways where it can be fed in pieces.</summary>
    /// <returns>What it made of the input; a documented refusal is an outcome, too.</returns>
    /// <exception cref="BrokenPromiseException">Something does not hold that was promised. Any other exception is one
    /// that nobody documented, and breaks a promise, too.</exception>
    public abstract FuzzOutcome Run(byte[] input, FuzzRandom random);
}
