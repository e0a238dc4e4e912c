using System.Globalization;
using LoadHarness.Contracts.Serving;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Servers.Prefork;

/// <summary>One worker process as its parent sees it.</summary>
internal sealed class WorkerProcess
{
    /// <summary>An exit code above this tells of a signal.</summary>
    private const int SignalBase = 128;

    private static readonly TimeSpan _answerLimit = TimeSpan.FromMilliseconds(500);
    private readonly ChildProcess _process;
    private volatile ControlSample _last = new();

    /// <summary>Takes over a process that was started with a control channel.</summary>
    public WorkerProcess(ChildProcess process) => _process = process;

    /// <summary>True when it has ended.</summary>
    public bool HasEnded => _process.HasEnded;

    private ControlChannelHarnessEnd Control => _process.Control!;

    /// <summary>Waits until it listens; false when the time is up or it has ended.</summary>
    public bool WaitReady(TimeSpan limit) => Control.WaitReady(limit) is not null;

    /// <summary>Its counts: the last known when it does not answer.</summary>
    public ControlSample Sample()
    {
        if (!HasEnded && Control.Sample(_answerLimit) is { } sample) _last = sample;
        return _last;
    }

    /// <summary>Events since the last call.</summary>
    public IReadOnlyList<ServiceEvent> TakeEvents() => Control.TakeEvents();

    /// <summary>Asks it to stop; returns at once.</summary>
    public void RequestStop() => Control.RequestStop();

    /// <summary>Waits for its end after <see cref="RequestStop"/>, and kills it when it takes too long.</summary>
    public void End(TimeSpan patience)
    {
        _process.Stop(patience);
        _process.AwaitOutput();
        _last = _last with { Open = 0 };
        _process.Dispose();
    }

    /// <summary>Number, exit code or signal, and last line, for a message.</summary>
    public string Describe()
    {
        if (HasEnded) _process.AwaitOutput();
        var end = _process.ExitCode switch
        {
            null => "",
            > SignalBase and var exit => string.Create(CultureInfo.InvariantCulture, $", signal {exit - SignalBase}"),
            { } exit => string.Create(CultureInfo.InvariantCulture, $", exit code {exit}"),
        };
        var words = _process.Output.Lines is [.., var last] ? $": {last}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"process {_process.Id}{end}{words}");
    }
}
