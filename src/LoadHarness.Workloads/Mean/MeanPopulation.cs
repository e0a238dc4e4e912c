using LoadHarness.Contracts.Loading;

namespace LoadHarness.Workloads.Mean;

/// <summary>The clients of one generator thread: they share its draws and the account of what was sent.</summary>
/// <param name="options">What the clients do.</param>
/// <param name="sent">The thread's account.</param>
/// <param name="seed">Seed of the draws.</param>
/// <param name="thread">Number of the thread.</param>
internal sealed class MeanPopulation(MeanOptions options, SentNumbers sent, long seed, int thread) : IClientPopulation
{
    private readonly Random _draws = new(unchecked((int)(seed * 1_000_003) + thread));

    /// <summary>What the clients do.</summary>
    public MeanOptions Options => options;

    /// <summary>What was sent to the server so far.</summary>
    public SentNumbers Sent => sent;

    /// <inheritdoc/>
    public bool CanVerify => true;

    /// <inheritdoc/>
    public string? Contradiction { get; set; }

    /// <inheritdoc/>
    public IVirtualClient CreateClient(int clientIndex) => new MeanClient(this, clientIndex);

    /// <inheritdoc/>
    public void ServerReplaced() => sent.Clear();

    /// <summary>Draws a number and enters it in the account.</summary>
    public long NextNumber()
    {
        var number = _draws.NextInt64(-options.Largest, options.Largest + 1);
        sent.Add(number);
        return number;
    }
}
