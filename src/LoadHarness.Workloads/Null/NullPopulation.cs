using LoadHarness.Contracts.Loading;

namespace LoadHarness.Workloads.Null;

/// <summary>The clients of empty exchanges share the two messages.</summary>
/// <param name="options">Sizes.</param>
internal sealed class NullPopulation(NullOptions options) : IClientPopulation
{
    /// <summary>What is sent.</summary>
    public byte[] Request { get; } = NullOptions.Message(options.RequestSize);

    /// <summary>What has to come back.</summary>
    public byte[] Answer { get; } = NullOptions.Message(options.ResponseSize);

    /// <inheritdoc/>
    public IVirtualClient CreateClient(int clientIndex) => new NullClient(this);

    /// <inheritdoc/>
    public void ServerReplaced()
    {
        // The server holds nothing.
    }
}
