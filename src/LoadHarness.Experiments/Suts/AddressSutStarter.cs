using System.Net;

namespace LoadHarness.Experiments.Suts;

/// <summary>Takes a server that runs already.</summary>
/// <param name="address">Where it listens.</param>
public sealed class AddressSutStarter(DnsEndPoint address) : ISutStarter
{
    /// <inheritdoc/>
    public int Cpus => 1;

    /// <inheritdoc/>
    public ISut Start(SutRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var (endpoint, shown) = (TargetAddress.Resolve(address), TargetAddress.Show(address));
        return PortProbe.Answers(endpoint)
            ? new AddressSut(endpoint, shown)
            : throw new SutException(
                $"nothing answers at {shown}; start the server first, or give its command to have it started");
    }
}
