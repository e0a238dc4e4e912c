using LoadHarness.Contracts.Loading;

namespace LoadHarness.Workloads.Raw.Loading;

/// <summary>The clients share what is sent and what has to come back.</summary>
/// <param name="options">Both.</param>
internal sealed class RawPopulation(RawOptions options) : IClientPopulation
{
    /// <inheritdoc/>
    public IVirtualClient CreateClient(int clientIndex) => new RawClient(options);

    /// <inheritdoc/>
    public void ServerReplaced()
    {
        // Nothing is known of what the server holds.
    }
}
