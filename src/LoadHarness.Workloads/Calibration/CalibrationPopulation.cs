using LoadHarness.Contracts.Loading;

namespace LoadHarness.Workloads.Calibration;

/// <summary>Clients that share nothing.</summary>
internal sealed class CalibrationPopulation : IClientPopulation
{
    /// <inheritdoc/>
    public IVirtualClient CreateClient(int clientIndex) => new CalibrationClient();

    /// <inheritdoc/>
    public void ServerReplaced()
    {
        // Nothing is kept about the server.
    }
}
