using System.Buffers;
using System.Buffers.Text;
using LoadHarness.Contracts.Loading;
using LoadHarness.Workloads.Resp.Protocol;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Resp.Loading;

/// <summary>
/// One simulated user: some commands of one kind sent together, and as many replies, each of which has to be right.
/// </summary>
/// <param name="population">What the clients share.</param>
/// <param name="index">The client's number over all generator threads; its counter bears it.</param>
internal sealed class RespClient(RespPopulation population, int index) : IVirtualClient
{
    private const int LoadedTogether = 100;
    private const long Unknown = -1;

    private int[] _numbers = new int[population.Load.Pipeline];
    private RespStage _operation;
    private Purpose _purpose;
    private int _count;
    private int _answered;
    private bool _isRight;
    private long _counter = Unknown;
    private int _generation;

    /// <inheritdoc/>
    public int OperationType => (int)_operation;

    /// <inheritdoc/>
    public ClientStep Begin(Purpose purpose, IBufferWriter<byte> request)
    {
        _purpose = purpose;
        (_count, _answered, _isRight) = (0, 0, true);
        if (_generation != population.Generation) (_generation, _counter) = (population.Generation, Unknown);
        if (purpose == Purpose.Prepare) return Load(request);
        _operation = population.DrawOperation();
        for (; _count < population.Load.Pipeline; _count++) Write(request);
        return ClientStep.Receive();
    }

    /// <inheritdoc/>
    public ClientStep Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> request)
    {
        var consumed = 0;
        while (_answered < _count)
        {
            var state = ReplyReader.Read(input[consumed..], out var length);
            if (state == ReadState.Incomplete) return ClientStep.Receive(consumed);
            if (state == ReadState.Malformed)
            {
                Abandoned();
                return ClientStep.Complete(input.Length, Outcome.WrongAnswer);
            }

            _isRight &= Take(input.Slice(consumed, length));
            consumed += length;
        }

        // More than was asked for is wrong, too: the replies have lost their requests.
        var isRight = _isRight && consumed == input.Length;
        return ClientStep.Complete(input.Length, isRight ? Outcome.Correct : Outcome.WrongAnswer);
    }

    /// <inheritdoc/>
    public ClientStep Elapsed(IBufferWriter<byte> request) => ClientStep.Receive();

    /// <inheritdoc/>
    public void Abandoned()
    {
        _counter = Unknown;
        if (_purpose != Purpose.Prepare) return;
        for (; _answered < _count; _answered++) population.Loading.Loaded(_numbers[_answered], isThere: false);
    }

    private ClientStep Load(IBufferWriter<byte> request)
    {
        _operation = RespStage.Set;
        if (_numbers.Length < LoadedTogether) _numbers = new int[LoadedTogether];
        for (; _count < LoadedTogether; _count++)
        {
            var number = population.Loading.Take();
            if (number < 0) break;
            _numbers[_count] = number;
            population.Text.WriteSet(request, number);
        }

        return _count > 0 ? ClientStep.Receive() : ClientStep.Idle;
    }

    private void Write(IBufferWriter<byte> request)
    {
        switch (_operation)
        {
            case RespStage.Get:
                RespText.WriteGet(request, _numbers[_count] = population.DrawKey());
                break;
            case RespStage.Set:
                population.Text.WriteSet(request, _numbers[_count] = population.DrawKey());
                break;
            case RespStage.Increment:
                RespText.WriteIncrement(request, index);
                break;
            case RespStage.Command:
                population.Load.Command.Write(request, population.DrawKey());
                break;
            default:
                RespText.WritePing(request);
                break;
        }
    }

    private bool Take(ReadOnlySpan<byte> reply)
    {
        var number = _numbers[_answered++];
        if (_operation == RespStage.Get) return population.Text.IsValue(reply, number);
        if (_operation == RespStage.Increment) return IsNext(reply);
        if (_operation == RespStage.Command) return reply[0] != '-' && reply.StartsWith(population.Load.ReplyStart);
        if (_operation == RespStage.Ping) return reply.SequenceEqual("+PONG\r\n"u8);
        var isDone = reply.SequenceEqual("+OK\r\n"u8);
        if (_purpose == Purpose.Prepare) population.Loading.Loaded(number, isDone);
        return isDone;
    }

    /// <summary>A counter goes up by one each time; where it stood at first is not known.</summary>
    private bool IsNext(ReadOnlySpan<byte> reply)
    {
        var value = 0L;
        var isNext = reply[0] == ':' && Utf8Parser.TryParse(reply[1..], out value, out _) && value > 0
            && (_counter == Unknown || value == _counter + 1);
        _counter = isNext ? value : Unknown;
        return isNext;
    }
}
