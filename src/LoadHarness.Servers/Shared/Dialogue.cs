using System.Globalization;
using System.Net;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Time;
using LoadHarness.Platform.Network.Buffers;

namespace LoadHarness.Servers.Shared;

/// <summary>
/// The calls of one connection's handler, as the contract says: traced, and with the handler's mistakes turned into the
/// end of this one connection. Keeps no bytes.
/// </summary>
internal sealed class Dialogue
{
    private readonly long _number;
    private readonly IPEndPoint _peer;
    private readonly IService _service;
    private readonly Lock? _exclusion;
    private readonly IEventSink _sink;
    private IConnectionHandler? _handler;

    /// <summary>Prepares the calls.</summary>
    /// <param name="number">The connection's number, from 1 in the order of acceptance.</param>
    /// <param name="peer">The other end.</param>
    /// <param name="service">Makes the handler.</param>
    /// <param name="exclusion">Held during every call of the handler; null where calls cannot overlap anyway, or
    /// may.</param>
    /// <param name="sink">Where faults and the trace go.</param>
    public Dialogue(long number, IPEndPoint peer, IService service, Lock? exclusion, IEventSink sink)
    {
        _number = number;
        _peer = peer;
        _service = service;
        _exclusion = exclusion;
        _sink = sink;
    }

    private enum Call
    {
        Start,
        Receive,
        Drained,
    }

    /// <summary>The connection is up: makes the handler and lets it begin.</summary>
    public Step Start(IRevocableOutput output)
    {
        Trace("is connected");
        return Invoke(Call.Start, default, end: false, output);
    }

    /// <summary>Passes input. A handler that was told the end can wait for nothing more.</summary>
    public Step Receive(ReadOnlySpan<byte> input, bool end, IRevocableOutput output)
    {
        var step = Invoke(Call.Receive, input, end, output);
        return end && step.Next == Next.Read ? step with { Next = Next.Close } : step;
    }

    /// <summary>All output has left.</summary>
    public Step Drained(IRevocableOutput output) => Invoke(Call.Drained, default, end: false, output);

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

        Trace("is closed");
    }

    /// <summary>Tells why the connection ends.</summary>
    public void Tell(string why)
    {
        var detail = $"{PeerText.Of(_peer)}: {why}";
        _sink.Occurred(new ServiceEvent("connection-fault", MonotonicClock.Now_ns, 0, 1, detail));
    }

    private Step Invoke(Call call, ReadOnlySpan<byte> input, bool end, IRevocableOutput output)
    {
        var written = output.Length;
        try
        {
            var step = Dispatch(call, input, end, output);
            if ((uint)step.Consumed > (uint)input.Length)
                throw new InvalidOperationException("the handler consumed bytes that were not there");
            if (_sink.ShowsTrace) Trace(step.Consumed, output.Length - written);
            return step;
        }
        catch (Exception fault) when (fault is not DurabilityException)
        {
            // Half a reply is worse than none; replies to earlier requests still leave.
            output.CutBack(written);
            Tell(fault.ToString());
            return new Step(0, Next.Close);
        }
    }

    private Step Dispatch(Call call, ReadOnlySpan<byte> input, bool end, IRevocableOutput output)
    {
        if (_exclusion is null) return DispatchDirectly(call, input, end, output);
        lock (_exclusion) return DispatchDirectly(call, input, end, output);
    }

    private Step DispatchDirectly(Call call, ReadOnlySpan<byte> input, bool end, IRevocableOutput output) =>
        call switch
        {
            Call.Start => (_handler = _service.Connect(_peer)).Start(output),
            Call.Receive => _handler!.Receive(input, end, output),
            _ => _handler!.Drained(output),
        };

    private void Trace(int consumed, int written)
    {
        if (consumed == 0 && written == 0) return;
        Trace(string.Create(CultureInfo.InvariantCulture, $"took {consumed} bytes, answers {written} bytes"));
    }

    private void Trace(string what)
    {
        if (!_sink.ShowsTrace) return;
        _sink.Trace(string.Create(CultureInfo.InvariantCulture, $"connection {_number} {PeerText.Of(_peer)} {what}"));
    }
}
