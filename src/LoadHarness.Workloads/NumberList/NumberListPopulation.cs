using LoadHarness.Contracts.Loading;

namespace LoadHarness.Workloads.NumberList;

/// <summary>
/// The downloading clients of one generator thread; they share the count of lists and one buffer for parsing.
/// </summary>
internal sealed class NumberListPopulation(NumberListOptions options) : IClientPopulation
{
    private long _begun;

    /// <summary>What the lists have to be.</summary>
    public NumberListOptions Options => options;

    /// <summary>Room for parsed numbers, used within one call only.</summary>
    public int[] Numbers { get; } = new int[1024];

    /// <inheritdoc/>
    public IVirtualClient CreateClient(int clientIndex) => new NumberListClient(this);

    /// <inheritdoc/>
    public void ServerReplaced()
    {
        // The server holds nothing that clients would have to know of.
    }

    /// <summary>
    /// Counts a list and tells whether it is one of those that are parsed as a whole: the first, and one in k from then
    /// on.
    /// </summary>
    public bool NextIsParsed() => _begun++ % options.CheckEvery == 0;
}
