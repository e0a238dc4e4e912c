using System.Net;
using LoadHarness.Contracts.Serving;
using LoadHarness.Platform.Network.Buffers;
using LoadHarness.Servers;
using LoadHarness.Servers.Shared;

namespace LoadHarness.Torture.Fuzzing.Playing;

/// <summary>
/// Plays a server model for one connection, without sockets and with the models' own rules for what a handler may do
/// (<see cref="Dialogue"/>).
/// </summary>
internal sealed class ServerPlay
{
    private const int MostTurns = 1_000_000;

    private static readonly IPEndPoint _peer = new(IPAddress.Loopback, 5000);

    private readonly byte[] _input;
    private readonly OutputBuffer _output = new();
    private readonly Dialogue _dialogue;
    private int _consumed;
    private int _fed;
    private bool _ended;
    private Next _next;

    private ServerPlay(IService service, byte[] input, FaultSink sink)
    {
        _input = input;
        _dialogue = new Dialogue(
            1, _peer, service, exclusion: null, sink, new ServerLimits(new ServerOptions()));
    }

    /// <summary>Feeds an input to a new service and tells what it answered.</summary>
    public static FuzzOutcome Run(Func<IEventSink, IService> make, byte[] input, Feeding feeding)
    {
        var sink = new FaultSink();
        using var service = make(sink);
        var play = new ServerPlay(service, input, sink);
        var outcome = play.Run(feeding);
        return sink.First is { } fault ? throw new BrokenPromiseException(fault) : outcome;
    }

    /// <summary>What a service answers to a whole input that is followed by the end.</summary>
    public static byte[] Answer(IService service, byte[] input)
    {
        var play = new ServerPlay(service, input, new FaultSink());
        play.Settle(play._dialogue.Start(play._output));
        play._fed = input.Length;
        if (play._next == Next.Read && input.Length > 0) play.Receive();
        play._dialogue.Closed();
        return play._output.Pending.ToArray();
    }

    private FuzzOutcome Run(Feeding feeding)
    {
        Settle(_dialogue.Start(_output));
        while (_next == Next.Read && _fed < _input.Length)
        {
            _fed += feeding.Next(_fed, _input.Length - _fed);
            Receive();
        }

        var closes = _next == Next.Close;
        if (!closes)
        {
            _ended = true;
            Receive();
        }

        _dialogue.Closed();
        var outcome = FuzzOutcome.Of(closes ? "closed" : "read to the end", _output.Pending);
        _output.Clear();
        return outcome;
    }

    private void Receive() => Settle(_dialogue.Receive(_input.AsSpan(_consumed, _fed - _consumed), _ended, _output));

    /// <summary>Goes on until the handler wants more than there is.</summary>
    private void Settle(Step step)
    {
        for (var turns = 0; ; turns++)
        {
            if (turns == MostTurns) throw new BrokenPromiseException("the handler never waits for input");
            _consumed += step.Consumed;
            _next = step.Next;
            if (_next is Next.Read or Next.Close) return;
            step = _dialogue.Drained(_output);
            if (step.Next != Next.Read || (_consumed == _fed && !_ended)) continue;
            step = _dialogue.Receive(_input.AsSpan(_consumed, _fed - _consumed), _ended, _output);
        }
    }
}
