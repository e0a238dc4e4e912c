using LoadHarness.Contracts.Loading;

namespace LoadHarness.Benchmarks.Floor;

/// <summary>Clients that send 64 bytes and want the same back.</summary>
internal sealed class EchoClients : IClientPopulation
{
    public IVirtualClient CreateClient(int clientIndex) => new EchoClient();

    public void ServerReplaced()
    {
        // An echo has no state.
    }
}
