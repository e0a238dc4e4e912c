using System.Net;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Experiments.Suts;

/// <summary>A server that runs already, somewhere: nothing but its answers is known, and it stays when we go.</summary>
/// <param name="endpoint">Where it listens.</param>
/// <param name="shown">Its address as it was given.</param>
internal sealed class AddressSut(IPEndPoint endpoint, string shown) : ISut
{
    /// <inheritdoc/>
    public IPEndPoint Endpoint => endpoint;

    /// <inheritdoc/>
    public string CommandLine => $"# {shown} was running already";

    /// <inheritdoc/>
    public bool HasExited => false;

    /// <inheritdoc/>
    public bool IsSampled => false;

    /// <inheritdoc/>
    public string ErrorTail => "";

    /// <inheritdoc/>
    public long ReadCpu_ns() => -1;

    /// <inheritdoc/>
    public UsageSample Read() => new();

    /// <inheritdoc/>
    public IReadOnlyList<ServiceEvent> TakeEvents() => [];

    /// <inheritdoc/>
    public void Dispose()
    {
        // It is not ours to stop.
    }
}
