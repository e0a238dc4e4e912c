using System.Net;
using LoadHarness.Contracts.Serving;
using LoadHarness.Platform.Proc;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Experiments.Suts;

/// <summary>
/// A server as a process of its own. One of ours has a control channel, on which it tells more than the system knows.
/// </summary>
internal sealed class ProcessSut : ISut
{
    private static readonly TimeSpan _answerLimit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _stopLimit = TimeSpan.FromSeconds(5);
    private readonly ChildProcess _process;
    private readonly ProcessTreeSampler _sampler;
    private readonly NetworkSampler _network;

    /// <summary>Takes over a process that listens.</summary>
    /// <param name="process">The process.</param>
    /// <param name="endpoint">Where it listens.</param>
    /// <param name="commandLine">How a person would start it.</param>
    public ProcessSut(ChildProcess process, IPEndPoint endpoint, string commandLine)
    {
        (_process, Endpoint, CommandLine) = (process, endpoint, commandLine);
        _sampler = new ProcessTreeSampler(process.Id);
        _network = new NetworkSampler(process.Id);
    }

    /// <inheritdoc/>
    public IPEndPoint Endpoint { get; }

    /// <inheritdoc/>
    public string CommandLine { get; }

    /// <inheritdoc/>
    public bool HasExited => _process.HasEnded;

    /// <inheritdoc/>
    public string ErrorTail => string.Join("; ", _process.Output.Lines.TakeLast(3));

    /// <inheritdoc/>
    public long ReadCpu_ns() => _sampler.Cpu_ns();

    /// <inheritdoc/>
    public UsageSample Read() => UsageSample.Of(_sampler.Sample(), _process.Control?.Sample(_answerLimit)) with
    {
        Network = _network.Sample(),
    };

    /// <inheritdoc/>
    public UsageSample ReadHeld() => UsageSample.Of(_sampler.Sample(), told: null) with
    {
        ClosedSockets = _network.ClosedSockets(),
    };

    /// <inheritdoc/>
    public IReadOnlyList<ServiceEvent> TakeEvents() => _process.Control?.TakeEvents() ?? [];

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Stop(_stopLimit);
        _process.Dispose();
    }
}
