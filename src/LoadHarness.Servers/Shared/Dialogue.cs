using System.Globalization;
using System.Net;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Time;
using LoadHarness.Platform.Network.Buffers;

namespace LoadHarness.Servers.Shared;

/// <summary>
/// The calls of one connection's handler, as the contract says: traced, and with the handler's mistakes turned into the
/// end of this one connection. Keeps no bytes, but says how many may be kept for it, and for how long.
/// </summary>
internal sealed class Dialogue
{
    private readonly long _number;
    private readonly IPEndPoint _peer;
    private readonly IService _service;
    private readonly Exclusion? _exclusion;
    private readonly IEventSink _sink;
    private readonly ServerLimits _limits;
    private IConnectionHandler? _handler;
    private long _held_bytes;

    /// <summary>Prepares the calls.</summary>
    /// <param name="number">The connection's number, from 1 in the order of acceptance.</param>
    /// <param name="peer">The other end.</param>
    /// <param name="service">Makes the handler.</param>
    /// <param name="exclusion">Held during every call of the handler; null where calls cannot overlap anyway, or
    /// may.</param>
    /// <param name="sink">Where faults and the trace go.</param>
    /// <param name="limits">What the peer is allowed.</param>
    public Dialogue(
        long number, IPEndPoint peer, IService service, Exclusion? exclusion, IEventSink sink, ServerLimits limits)
    {
        Watch = new ConnectionWatch(limits.Timing);
        _limits = limits;
        _number = number;
        _peer = peer;
        _service = service;
        _exclusion = exclusion;
        _sink = sink;
    }

    /// <summary>What the connection is at, for whoever keeps the time.</summary>
    public ConnectionWatch Watch { get; }

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

    /// <summary>
    /// Passes input. A handler that was told the end can wait for nothing more, and none may wait for a request
    /// without bound.
    /// </summary>
    public Step Receive(ReadOnlySpan<byte> input, bool end, IRevocableOutput output)
    {
        var written = output.Length;
        var step = Invoke(Call.Receive, input, end, output);
        var rest_bytes = input.Length - step.Consumed;
        var awaitsInput = step.Next == Next.Read && !end;
        var hasBegun = awaitsInput && _handler!.IsInRequest;
        Watch.Awaits(
            isInRequest: hasBegun || (awaitsInput && rest_bytes > 0),
            isAnother: output.Length > written || (step.Consumed > 0 && !hasBegun));
        if (!Hold(rest_bytes) && awaitsInput) return GiveUp(_limits.TooMuchHeld, input.Length, step, output);
        if (awaitsInput && rest_bytes >= _limits.LongestRequest_bytes)
            return GiveUp(_limits.RequestTooLong, input.Length, step, output);
        return end && step.Next == Next.Read ? step with { Next = Next.Close } : step;
    }

    /// <summary>The request under way takes too long to arrive: the last word, and the end.</summary>
    public Step GiveUp(IRevocableOutput output) => GiveUp(_limits.RequestTooSlow, 0, default, output);

    /// <summary>Tells that the peer does not take its answer.</summary>
    public void TellUntaken() => Tell(_limits.AnswerTooSlow);

    /// <summary>All output has left. The caller holds <see cref="Exclusion.GoingOn"/>, if there is any.</summary>
    public Step Drained(IRevocableOutput output)
    {
        _exclusion?.BeginGoingOn();
        try
        {
            return Invoke(Call.Drained, default, end: false, output);
        }
        finally
        {
            _exclusion?.EndGoingOn();
        }
    }

    /// <summary>The connection is gone; to be called once, last.</summary>
    public void Closed()
    {
        Hold(0);
        _exclusion?.Enter();
        try
        {
            _handler?.Closed();
        }
        catch (Exception fault)
        {
            Tell(fault.ToString());
        }
        finally
        {
            _exclusion?.Exit();
        }

        Trace("is closed");
    }

    /// <summary>Tells why the connection ends.</summary>
    private void Tell(string why)
    {
        var detail = $"{PeerText.Of(_peer)}: {why}";
        _sink.Occurred(new ServiceEvent("connection-fault", MonotonicClock.Now_ns, 0, 1, detail));
    }

    /// <summary>Notes how much of the peer's input has to be kept.</summary>
    /// <returns>False when it is too much for the server.</returns>
    private bool Hold(long rest_bytes)
    {
        if (rest_bytes <= HeldInput.Free_bytes && _held_bytes == 0) return true;
        var before_bytes = _held_bytes;
        _held_bytes = rest_bytes <= HeldInput.Free_bytes ? 0 : rest_bytes;
        return _limits.Held.TryChange(_held_bytes - before_bytes);
    }

    /// <summary>Ends the dialogue; what there is of the request is dropped at once.</summary>
    private Step GiveUp(string why, int input_bytes, Step step, IRevocableOutput output)
    {
        Hold(0);
        Watch.Awaits(isInRequest: false, isAnother: false);
        Tell(why);
        var written = output.Length;
        _exclusion?.Enter();
        try
        {
            _handler!.GiveUp(why, output);
        }
        catch (Exception fault)
        {
            output.CutBack(written);
            Tell(fault.ToString());
        }
        finally
        {
            _exclusion?.Exit();
        }

        return step with { Consumed = input_bytes, Next = Next.Close };
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
        _exclusion.Enter();
        try
        {
            return DispatchDirectly(call, input, end, output);
        }
        finally
        {
            _exclusion.Exit();
        }
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
