using System.Buffers;
using LoadHarness.Contracts.Histories;
using LoadHarness.Contracts.Loading;
using LoadHarness.Workloads.HashTable.Framings;
using LoadHarness.Workloads.HashTable.Loading;
using LoadHarness.Workloads.HashTable.Protocol;
using LoadHarness.Workloads.Shared.Histories;

namespace LoadHarness.Workloads.HashTable.Contending;

/// <summary>
/// One of the clients that contend: any answer that can come from some order is right for it; whether all answers
/// together can, the history shows.
/// </summary>
/// <param name="population">What it shares with the others.</param>
/// <param name="index">Number of the client.</param>
internal sealed class ContendedClient(ContendedPopulation population, int index) : IVirtualClient
{
    private Purpose _purpose;
    private TableMethod _method;
    private int _key;
    private int _place = HistoryRecorder.Nowhere;
    private int _looked;

    /// <inheritdoc/>
    public int OperationType => (int)_method;

    /// <inheritdoc/>
    public ClientStep Begin(Purpose purpose, IBufferWriter<byte> request)
    {
        (_purpose, _looked) = (purpose, 0);
        return purpose switch
        {
            Purpose.Prepare => BeginPreparing(request),
            Purpose.Measure => BeginMeasured(request),
            _ => ClientStep.Idle,
        };
    }

    /// <inheritdoc/>
    public ClientStep Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> request)
    {
        var state = population.Framing.Take(input, _looked, end: false, int.MaxValue, out var frame);
        _looked = frame.Looked;
        if (state == FrameState.Partial) return ClientStep.Receive();
        if (state != FrameState.Broken) return ClientStep.Complete(frame.Taken, Take(frame.Body));
        Abandoned();
        return ClientStep.Complete(input.Length, Outcome.WrongAnswer);
    }

    /// <inheritdoc/>
    public ClientStep Elapsed(IBufferWriter<byte> request) => ClientStep.Receive();

    /// <inheritdoc/>
    public void Abandoned()
    {
        if (_purpose != Purpose.Prepare) return;
        // The key is taken out again, but this remove may still come, at any time.
        population.Recorder.Call(KeyOperationKind.Remove, _key, 0, index);
        population.Unprepared.Put(_key, KeyState.Unknown);
    }

    private ClientStep BeginPreparing(IBufferWriter<byte> request)
    {
        _key = population.Unprepared.TakeUnlike(KeyState.Absent);
        if (_key < 0) return ClientStep.Idle;
        _method = TableMethod.Remove;
        population.Requests.Remove(request, KeyKind.Contended, _key);
        return ClientStep.Receive();
    }

    private ClientStep BeginMeasured(IBufferWriter<byte> request)
    {
        var kind = population.Draws.Draw(out var number, out _key);
        _place = population.Recorder.Call(
            kind, _key, kind == KeyOperationKind.Write ? number : (int)KeyOperation.Absent, index);
        switch (kind)
        {
            case KeyOperationKind.Write:
                _method = TableMethod.Insert;
                population.Requests.Insert(request, KeyKind.Contended, number);
                break;
            case KeyOperationKind.Read:
                _method = TableMethod.Lookup;
                population.Requests.Lookup(request, KeyKind.Contended, number);
                break;
            default:
                _method = TableMethod.Remove;
                population.Requests.Remove(request, KeyKind.Contended, number);
                break;
        }

        return ClientStep.Receive();
    }

    private Outcome Take(ReadOnlySpan<byte> line)
    {
        if (_purpose == Purpose.Prepare) return TakePrepared(line);
        return _method == TableMethod.Insert ? TakeInserted(line) : TakeFound(line);
    }

    private Outcome TakePrepared(ReadOnlySpan<byte> line)
    {
        var isGone = population.Check.IsGone(line);
        if (isGone) population.Unprepared.Put(_key, KeyState.Absent);
        else Abandoned();
        return isGone ? Outcome.Correct : Outcome.WrongAnswer;
    }

    private Outcome TakeInserted(ReadOnlySpan<byte> line)
    {
        if (!population.Check.IsInserted(line)) return Outcome.WrongAnswer;
        population.Recorder.Written(_place);
        return Outcome.Correct;
    }

    private Outcome TakeFound(ReadOnlySpan<byte> line)
    {
        var reply = population.Replies.Read(line, _method, out var number);
        if (reply == ContendedReply.Wrong) return Outcome.WrongAnswer;
        if (reply == ContendedReply.Missing) population.Recorder.Seen(_place, (int)KeyOperation.Absent);
        // A remove that does not tell what it took may have been any: it stays without an end.
        else if (number >= 0) population.Recorder.Seen(_place, number);
        return Outcome.Correct;
    }
}
