using System.Net;
using LoadHarness.Experiments.Suts;

namespace LoadHarness.Benchmarks.Tools.Servers;

/// <summary>A running server with its count. Disposing stops it.</summary>
/// <param name="sut">The server.</param>
/// <param name="counter">Asks it for its count.</param>
internal sealed class MeasuredServer(ISut sut, IServerCounter counter) : IDisposable
{
    /// <summary>Where it listens.</summary>
    public IPEndPoint Endpoint => sut.Endpoint;

    /// <summary>How it was started.</summary>
    public string CommandLine => sut.CommandLine;

    /// <summary>What it has done so far.</summary>
    public ServerCount Count() => counter.Read();

    /// <summary>Looks for processes that came from it. Costs too much to be done in a span that is measured.</summary>
    public void Look() => sut.Read();

    /// <summary>CPU time it has used so far with all processes that were found, ns.</summary>
    public long Cpu_ns() => sut.ReadCpu_ns();

    /// <inheritdoc/>
    public void Dispose()
    {
        counter.Dispose();
        sut.Dispose();
    }
}
