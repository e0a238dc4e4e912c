using System.Net;
using LoadHarness.Contracts.Serving;
using LoadHarness.Platform.Network.Buffers;

namespace LoadHarness.Servers.Shared;

/// <summary>
/// One connection's conversation with its handler: everything but the socket. It keeps the buffers of a model that
/// reads and writes sockets itself.
/// </summary>
internal sealed class Conversation
{
    private readonly Dialogue _dialogue;
    private bool _ended;

    /// <summary>Begins a conversation; the parameters are those of <see cref="Dialogue"/>.</summary>
    public Conversation(
        long number, IPEndPoint peer, IService service, Exclusion? exclusion, IEventSink sink, ServerLimits limits)
    {
        GoingOn = exclusion?.GoingOn;
        _dialogue = new Dialogue(number, peer, service, exclusion, sink, limits);
    }

    /// <summary>What the connection is at, for whoever keeps the time.</summary>
    public ConnectionWatch Watch => _dialogue.Watch;

    /// <summary>
    /// To be held during <see cref="Drained"/>: <see cref="Exclusion.GoingOn"/>; null where nothing is.
    /// </summary>
    public SemaphoreSlim? GoingOn { get; }

    /// <summary>What was received and not yet consumed.</summary>
    public InputBuffer Input { get; } = new();

    /// <summary>What was answered and not yet sent.</summary>
    public OutputBuffer Output { get; } = new();

    /// <summary>What the handler waits for.</summary>
    public Next Next { get; private set; }

    /// <summary>The log position that must be durable before <see cref="Output"/> may leave.</summary>
    public long CommitPoint { get; private set; }

    /// <summary>The connection is up.</summary>
    public void Start() => Apply(_dialogue.Start(Output));

    /// <summary>Bytes were read into the space of <see cref="Input"/>.</summary>
    public void Received(int count)
    {
        Input.Received(count);
        Receive();
    }

    /// <summary>The peer has finished sending.</summary>
    public void EndOfInput()
    {
        _ended = true;
        Receive();
    }

    /// <summary>After <see cref="Next.Drain"/>: all output has left.</summary>
    /// <returns>True when <see cref="ReceiveRest"/> is to follow: requests behind this one wait, or the end.</returns>
    public bool Drained()
    {
        Watch.Moved();
        Apply(_dialogue.Drained(Output));
        return Next == Next.Read && (_ended || !Input.Unconsumed.IsEmpty);
    }

    /// <summary>Passes what is there, without new bytes.</summary>
    public void ReceiveRest() => Receive();

    /// <summary>The request under way takes too long to arrive: the last word, and the end.</summary>
    public void GiveUp()
    {
        Apply(_dialogue.GiveUp(Output));
        Input.Consume(Input.Unconsumed.Length);
    }

    /// <summary>Tells that the peer does not take its answer; from any thread.</summary>
    public void TellUntaken() => _dialogue.TellUntaken();

    /// <summary>The connection is gone; to be called once, last.</summary>
    public void Closed()
    {
        Output.CutBack(0);
        Input.Discard();
        _dialogue.Closed();
    }

    private void Receive() => Apply(_dialogue.Receive(Input.Unconsumed, _ended, Output));

    private void Apply(Step step)
    {
        Input.Consume(step.Consumed);
        CommitPoint = Math.Max(CommitPoint, step.CommitPoint);
        Next = step.Next;
    }
}
