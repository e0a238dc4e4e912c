using System.Buffers;
using LoadHarness.Contracts.Histories;
using LoadHarness.Contracts.Loading;
using LoadHarness.Workloads.Resp.Loading;
using LoadHarness.Workloads.Resp.Protocol;
using LoadHarness.Workloads.Shared;
using LoadHarness.Workloads.Shared.Histories;

namespace LoadHarness.Workloads.Resp.Contending;

/// <summary>
/// One of the clients that contend: any answer that can come from some order is right for it; whether all answers
/// together can, the history shows.
/// </summary>
/// <param name="population">What it shares with the others.</param>
/// <param name="index">Number of the client.</param>
internal sealed class ContendedRespClient(ContendedRespPopulation population, int index) : IVirtualClient
{
    private Purpose _purpose;
    private KeyOperationKind _kind;
    private int _key;
    private int _place = HistoryRecorder.Nowhere;

    /// <inheritdoc/>
    public int OperationType => (int)(_kind switch
    {
        KeyOperationKind.Read => RespStage.Get,
        KeyOperationKind.Write => RespStage.Set,
        _ => RespStage.Command,
    });

    /// <inheritdoc/>
    public ClientStep Begin(Purpose purpose, IBufferWriter<byte> request)
    {
        _purpose = purpose;
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
        var state = ReplyReader.Read(input, out var length);
        if (state == ReadState.Incomplete) return ClientStep.Receive();
        if (state == ReadState.Complete) return ClientStep.Complete(length, Take(input[..length]));
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
        population.Recorder.Call(KeyOperationKind.Remove, _key, (int)KeyOperation.Absent, index);
        population.Loading.Loaded(_key, isThere: false);
    }

    private ClientStep BeginPreparing(IBufferWriter<byte> request)
    {
        _key = population.Loading.Take();
        if (_key < 0) return ClientStep.Idle;
        _kind = KeyOperationKind.Remove;
        population.Text.WriteTake(request, _key);
        return ClientStep.Receive();
    }

    private ClientStep BeginMeasured(IBufferWriter<byte> request)
    {
        _kind = population.Draws.Draw(out var number, out _key);
        _place = population.Recorder.Call(
            _kind, _key, _kind == KeyOperationKind.Write ? number : (int)KeyOperation.Absent, index);
        if (_kind == KeyOperationKind.Write) population.Text.WriteSet(request, number);
        else if (_kind == KeyOperationKind.Read) population.Text.WriteGet(request, number);
        else population.Text.WriteTake(request, number);
        return ClientStep.Receive();
    }

    private Outcome Take(ReadOnlySpan<byte> reply)
    {
        if (_purpose == Purpose.Prepare) return TakePrepared(reply);
        if (_kind == KeyOperationKind.Write)
        {
            if (!reply.SequenceEqual("+OK\r\n"u8)) return Outcome.WrongAnswer;
            population.Recorder.Written(_place);
            return Outcome.Correct;
        }

        var number = reply.SequenceEqual(ContendedRespText.Missing)
            ? (int)KeyOperation.Absent
            : population.Text.NumberIn(reply);
        if (number < 0) return Outcome.WrongAnswer;
        population.Recorder.Seen(_place, number);
        return Outcome.Correct;
    }

    private Outcome TakePrepared(ReadOnlySpan<byte> reply)
    {
        var isGone = reply[0] == (byte)'$';
        if (isGone) population.Loading.Loaded(_key, isThere: true);
        else Abandoned();
        return isGone ? Outcome.Correct : Outcome.WrongAnswer;
    }
}
