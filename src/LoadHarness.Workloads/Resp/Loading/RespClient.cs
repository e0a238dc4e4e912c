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
internal sealed class RespClient(RespPopulation population, int index)
    : PipelinedClient(population.Loading, population.Load.Pipeline)
{
    private const int NoKey = -1;
    private const long Unknown = -1;

    private RespStage _operation;
    private long _counter = Unknown;
    private int _generation;

    /// <inheritdoc/>
    public override int OperationType => (int)_operation;

    /// <inheritdoc/>
    public override void Abandoned()
    {
        _counter = Unknown;
        base.Abandoned();
    }

    /// <inheritdoc/>
    protected override void Choose(Purpose purpose)
    {
        if (_generation != population.Generation) (_generation, _counter) = (population.Generation, Unknown);
        _operation = purpose == Purpose.Prepare ? RespStage.Set : population.DrawOperation();
    }

    /// <inheritdoc/>
    protected override int Write(IBufferWriter<byte> request)
    {
        switch (_operation)
        {
            case RespStage.Get:
                var wanted = population.DrawKey();
                RespText.WriteGet(request, wanted);
                return wanted;
            case RespStage.Set:
                var stored = population.DrawKey();
                WriteSet(request, stored);
                return stored;
            case RespStage.Increment:
                RespText.WriteIncrement(request, index);
                return NoKey;
            case RespStage.Command:
                population.Load.Command.Write(request, population.DrawKey());
                return NoKey;
            default:
                RespText.WritePing(request);
                return NoKey;
        }
    }

    /// <inheritdoc/>
    protected override void WriteSet(IBufferWriter<byte> request, int number) =>
        population.Text.WriteSet(request, number);

    /// <inheritdoc/>
    protected override ReadState Measure(ReadOnlySpan<byte> input, out int length) =>
        ReplyReader.Read(input, out length);

    /// <inheritdoc/>
    protected override bool IsRight(ReadOnlySpan<byte> reply, int number) => _operation switch
    {
        RespStage.Get => population.Text.IsValue(reply, number),
        RespStage.Increment => IsNext(reply),
        RespStage.Command => reply[0] != '-' && reply.StartsWith(population.Load.ReplyStart),
        RespStage.Ping => reply.SequenceEqual("+PONG\r\n"u8),
        _ => reply.SequenceEqual("+OK\r\n"u8),
    };

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
