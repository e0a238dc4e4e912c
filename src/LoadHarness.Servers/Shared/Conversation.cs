using System.Globalization;
using System.Net;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Time;

namespace LoadHarness.Servers.Shared;

/// <summary>
/// One connection's conversation with its handler: everything but the socket. It keeps the buffers, calls the handler
/// as the
/// contract says, and turns the handler's mistakes into the end of this one connection.
/// </summary>
internal sealed class Conversation
{
    private readonly long _number;
    private readonly IPEndPoint _peer;
    private readonly IService _service;
    private readonly Lock? _exclusion;
    private readonly IEventSink _sink;
    private IConnectionHandler? _handler;
    private bool _ended;

    /// <summary>Begins a conversation.</summary>
    /// <param name="number">The connection's number, from 1 in the order of acceptance.</param>
    /// <param name="peer">The other end.</param>
    /// <param name="service">Makes the handler.</param>
    /// <param name="exclusion">Held during every call of the handler; null where calls cannot overlap anyway, or
    /// may.</param>
    /// <param name="sink">Where faults and the trace go.</param>
    public Conversation(long number, IPEndPoint peer, IService service, Lock? exclusion, IEventSink sink)
    {
        _number = number;
        _peer = peer;
        _exclusion = exclusion;
        _sink = sink;
        _service = service;
    }

    private enum Call
    {
        Start,
        Receive,
        Drained,
    }

    /// <summary>What was received and not yet consumed.</summary>
    public InputBuffer Input { get; } = new();

    /// <summary>What was answered and not yet sent.</summary>
    public OutputBuffer Output { get; } = new();

    /// <summary>What the handler waits for.</summary>
    public Next Next { get; private set; }

    /// <summary>The log position that must be durable before <see cref="Output"/> may leave.</summary>
    public long CommitPoint { get; private set; }

    /// <summary>The connection is up.</summary>
    public void Start()
    {
        Trace("is connected");
        Invoke(Call.Start);
    }

    /// <summary>Bytes were read into the space of <see cref="Input"/>.</summary>
    public void Received(int count)
    {
        Input.Received(count);
        Invoke(Call.Receive);
        if (Next == Next.Read && Input.IsFull) Refuse($"a request longer than {InputBuffer.Limit_bytes} bytes");
    }

    /// <summary>The peer has finished sending.</summary>
    public void EndOfInput()
    {
        _ended = true;
        Invoke(Call.Receive);
    }

    /// <summary>
    /// After <see cref="Next.Drain"/>: all output has left. Pipelined requests that wait are passed on at once.
    /// </summary>
    public void Drained()
    {
        Invoke(Call.Drained);
        if (Next == Next.Read && (_ended || !Input.Unconsumed.IsEmpty)) Invoke(Call.Receive);
    }

    /// <summary>The connection is gone; to be called once, last.</summary>
    public void Closed()
    {
        try
        {
            if (_exclusion is null) _handler?.Closed();
            else lock (_exclusion) _handler?.Closed();
        }
        catch (Exception fault)
        {
            Tell(fault.ToString());
        }

        Output.CutBack(0);
        Input.Discard();
        Trace("is closed");
    }

    private void Invoke(Call call)
    {
        var written = Output.Length;
        try
        {
            var input = call == Call.Receive ? Input.Unconsumed : default;
            var step = Dispatch(call, input);
            if ((uint)step.Consumed > (uint)input.Length)
                throw new InvalidOperationException("the handler consumed bytes that were not there");
            Apply(call, step, Output.Length - written);
        }
        catch (Exception fault) when (fault is not DurabilityException)
        {
            // Half a reply is worse than none; replies to earlier requests still leave.
            Output.CutBack(written);
            Refuse(fault.ToString());
        }
    }

    private Step Dispatch(Call call, ReadOnlySpan<byte> input)
    {
        if (_exclusion is null) return DispatchDirectly(call, input);
        lock (_exclusion) return DispatchDirectly(call, input);
    }

    private Step DispatchDirectly(Call call, ReadOnlySpan<byte> input) => call switch
    {
        Call.Start => (_handler = _service.Connect(_peer)).Start(Output),
        Call.Receive => _handler!.Receive(input, _ended, Output),
        _ => _handler!.Drained(Output),
    };

    private void Apply(Call call, Step step, int written)
    {
        Input.Consume(step.Consumed);
        CommitPoint = Math.Max(CommitPoint, step.CommitPoint);
        // A handler that was told the end can wait for nothing more.
        Next = call == Call.Receive && _ended && step.Next == Next.Read ? Next.Close : step.Next;
        if (_sink.ShowsTrace && (step.Consumed > 0 || written > 0))
            Trace(string.Create(CultureInfo.InvariantCulture, $"took {step.Consumed} bytes, answers {written} bytes"));
    }

    private void Refuse(string why)
    {
        Next = Next.Close;
        Tell(why);
    }

    private void Tell(string why)
    {
        var detail = $"{PeerText.Of(_peer)}: {why}";
        _sink.Occurred(new ServiceEvent("connection-fault", MonotonicClock.Now_ns, 0, 1, detail));
    }

    private void Trace(string what)
    {
        if (!_sink.ShowsTrace) return;
        _sink.Trace(string.Create(CultureInfo.InvariantCulture, $"connection {_number} {PeerText.Of(_peer)} {what}"));
    }
}
