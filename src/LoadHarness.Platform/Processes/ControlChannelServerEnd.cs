using System.Net;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Platform.Processes;

/// <summary>
/// The server's end of the control channel: two inherited pipes named by the hidden option <c>--control IN,OUT</c> of
/// <c>serve</c>.
/// The server tells when it listens, answers requests for samples and reports events. It must stop when asked, and also
/// when
/// the harness is gone (the channel closes), so that no server outlives its run.
/// </summary>
public sealed class ControlChannelServerEnd : IDisposable
{
    private readonly ControlChannelLines _lines;
    private readonly Func<ControlSample> _sample;
    private readonly Action _stop;

    /// <summary>Opens the channel over two streams; <see cref="Open"/> is the way in for a server process.</summary>
    /// <param name="input">What the harness writes.</param>
    /// <param name="output">What the harness reads.</param>
    /// <param name="sample">Takes a sample; called on the channel's thread, so it must be quick and safe beside the
    /// server's work.</param>
    /// <param name="stop">Asks the server to stop: by request, or because the harness is gone. May be called
    /// twice.</param>
    public ControlChannelServerEnd(Stream input, Stream output, Func<ControlSample> sample, Action stop)
    {
        _sample = sample;
        _stop = stop;
        _lines = new ControlChannelLines(input, output);
        _lines.Listen("control", Received, stop);
    }

    /// <summary>Opens the pipes a harness has handed down.</summary>
    /// <param name="handles">Value of <c>--control</c>: handle to read, comma, handle to write.</param>
    /// <param name="sample">See the constructor.</param>
    /// <param name="stop">See the constructor.</param>
    /// <exception cref="ArgumentException">The text does not name two open pipes.</exception>
    public static ControlChannelServerEnd Open(string handles, Func<ControlSample> sample, Action stop)
    {
        var (input, output) = ChildPipes.OpenInChild("--control", handles);
        return new ControlChannelServerEnd(input, output, sample, stop);
    }

    /// <summary>Tells the harness that connects to this endpoint succeed from now on.</summary>
    public void Ready(IPEndPoint endpoint) =>
        _lines.Send(new ControlMessage { Kind = ControlMessage.Ready, Endpoint = endpoint.ToString() });

    /// <summary>Passes an event on, e.g. a checkpoint.</summary>
    public void Occurred(ServiceEvent happened) =>
        _lines.Send(new ControlMessage { Kind = ControlMessage.EventKind, Event = happened });

    /// <inheritdoc/>
    public void Dispose() => _lines.Dispose();

    private void Received(ControlMessage message)
    {
        switch (message.Kind)
        {
            case ControlMessage.SampleKind:
                _lines.Send(new ControlMessage
                {
                    Kind = ControlMessage.SampleKind,
                    Id = message.Id,
                    Sample = _sample(),
                });
                break;
            case ControlMessage.Stop:
                _stop();
                break;
            default:
                break;
        }
    }
}
