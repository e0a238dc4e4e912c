using System.Collections.Concurrent;
using System.Net;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Platform.Processes;

/// <summary>
/// The harness's end of the control channel of one server process: waits until it listens, asks for samples, collects
/// events,
/// asks it to stop. Closing it makes the server stop, too.
/// </summary>
public sealed class ControlChannelHarnessEnd : IDisposable
{
    private readonly ChildPipes? _pipes;
    private readonly ControlChannelLines _lines;
    private readonly ConcurrentQueue<ServiceEvent> _events = new();
    private readonly object _state = new();
    private IPEndPoint? _endpoint;
    private ControlSample? _answer;
    private long _lastId;
    private long _answeredId;
    private bool _closed;

    /// <summary>
    /// Makes the pipes. Start the child with <see cref="Handles"/>, then call <see cref="ChildStarted"/>.
    /// </summary>
    public ControlChannelHarnessEnd()
    {
        _pipes = new ChildPipes();
        Handles = _pipes.Handles;
        _lines = new ControlChannelLines(_pipes.FromChild, _pipes.ToChild);
    }

    /// <summary>A channel over streams that are there already: tests hold both ends in one process.</summary>
    internal ControlChannelHarnessEnd(Stream input, Stream output)
    {
        Handles = "";
        _lines = new ControlChannelLines(input, output);
    }

    /// <summary>The value of the child's option <c>--control</c>.</summary>
    public string Handles { get; }

    /// <summary>True when the server's end is gone.</summary>
    public bool Closed
    {
        get
        {
            lock (_state) return _closed;
        }
    }

    /// <summary>
    /// The child has its own copies: closes ours, so that the channel closes when the child ends, and listens.
    /// </summary>
    public void ChildStarted()
    {
        _pipes?.ChildStarted();
        _lines.Listen("control", Received, () => Change(() => _closed = true));
    }

    /// <summary>Waits until the server listens.</summary>
    /// <param name="limit">Longest wait.</param>
    /// <returns>Where it listens; null when the time is up or the server is gone.</returns>
    public IPEndPoint? WaitReady(TimeSpan limit)
    {
        WaitUntil(() => _endpoint is not null, limit);
        lock (_state) return _endpoint;
    }

    /// <summary>Asks for a sample and waits for it.</summary>
    /// <param name="limit">Longest wait.</param>
    /// <returns>Null when the time is up or the server is gone.</returns>
    public ControlSample? Sample(TimeSpan limit)
    {
        var id = Interlocked.Increment(ref _lastId);
        if (!_lines.Send(new ControlMessage { Kind = ControlMessage.SampleKind, Id = id })) return null;
        return WaitUntil(() => _answeredId >= id, limit) ? _answer : null;
    }

    /// <summary>Events that arrived since the last call.</summary>
    public IReadOnlyList<ServiceEvent> TakeEvents()
    {
        var taken = new List<ServiceEvent>();
        while (_events.TryDequeue(out var happened)) taken.Add(happened);
        return taken;
    }

    /// <summary>Asks the server to stop; returns at once.</summary>
    public void RequestStop() => _lines.Send(new ControlMessage { Kind = ControlMessage.Stop });

    /// <inheritdoc/>
    public void Dispose() => _lines.Dispose();

    private void Received(ControlMessage message)
    {
        switch (message.Kind)
        {
            case ControlMessage.Ready when IPEndPoint.TryParse(message.Endpoint ?? "", out var endpoint):
                Change(() => _endpoint = endpoint);
                break;
            case ControlMessage.SampleKind:
                Change(() => (_answer, _answeredId) = (message.Sample, message.Id));
                break;
            case ControlMessage.EventKind when message.Event is { } happened:
                _events.Enqueue(happened);
                break;
            default:
                break;
        }
    }

    private void Change(Action change)
    {
        lock (_state)
        {
            change();
            Monitor.PulseAll(_state);
        }
    }

    private bool WaitUntil(Func<bool> condition, TimeSpan limit)
    {
        var deadline_ms = Environment.TickCount64 + (long)limit.TotalMilliseconds;
        lock (_state)
        {
            while (!condition() && !_closed)
            {
                var left_ms = deadline_ms - Environment.TickCount64;
                if (left_ms <= 0 || !Monitor.Wait(_state, (int)left_ms)) break;
            }

            return condition();
        }
    }
}
