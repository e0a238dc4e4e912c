using System.Buffers;
using LoadHarness.Contracts.Loading;
using LoadHarness.Workloads.HashTable.Framings;
using LoadHarness.Workloads.HashTable.Protocol;

namespace LoadHarness.Workloads.HashTable.Loading;

/// <summary>One simulated user: one request, one reply; in preparation several of each at a time.</summary>
internal sealed class HashTableClient : IVirtualClient
{
    private readonly HashTablePopulation _population;
    private readonly KeyText _text;
    private readonly PreparationBatch _batch;
    private Purpose _purpose;
    private TableMethod _method;
    private KeyPool? _pool;
    private KeyKind _kind;
    private int _poolNumber;
    private int _number;
    private int _looked;

    internal HashTableClient(HashTablePopulation population)
    {
        _population = population;
        _text = population.Text;
        _batch = new PreparationBatch(population);
    }

    /// <inheritdoc/>
    public int OperationType => (int)_method;

    /// <inheritdoc/>
    public ClientStep Begin(Purpose purpose, IBufferWriter<byte> request)
    {
        _purpose = purpose;
        _pool = null;
        _looked = 0;
        if (purpose == Purpose.Prepare) return _batch.TryBegin(request) ? ClientStep.Receive() : ClientStep.Idle;
        if (!BeginMeasured(_population.Stage)) return ClientStep.Idle;
        var requests = _population.Requests;
        switch (_method)
        {
            case TableMethod.Insert: requests.Insert(request, _kind, _number); break;
            case TableMethod.Lookup: requests.Lookup(request, _kind, _number); break;
            case TableMethod.Remove: requests.Remove(request, _kind, _number); break;
            default: requests.Scan(request, _number); break;
        }

        return ClientStep.Receive();
    }

    /// <inheritdoc/>
    public ClientStep Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> request)
    {
        var framing = _population.Framing;
        var consumed = 0;
        while (true)
        {
            var state = framing.Take(input[consumed..], _looked, end: false, int.MaxValue, out var frame);
            _looked = frame.Looked;
            if (state == FrameState.Partial) return ClientStep.Receive(consumed);
            if (state == FrameState.Broken) return GiveUp(input.Length);
            consumed += frame.Taken;
            if (Take(frame.Body) is { } outcome) return ClientStep.Complete(consumed, outcome);
        }
    }

    /// <inheritdoc/>
    public ClientStep Elapsed(IBufferWriter<byte> request) => ClientStep.Receive();

    /// <inheritdoc/>
    public void Abandoned()
    {
        if (_purpose == Purpose.Prepare) _batch.Abandon();
        else Release(KeyState.Unknown);
    }

    /// <summary>What arrived is no reply, so nothing is known of this operation.</summary>
    private ClientStep GiveUp(int consumed)
    {
        Abandoned();
        return ClientStep.Complete(consumed, Outcome.WrongAnswer);
    }

    /// <summary>A reply has arrived.</summary>
    /// <returns>Null while the operation waits for more.</returns>
    private Outcome? Take(ReadOnlySpan<byte> line)
    {
        if (_purpose == Purpose.Prepare) return _batch.Take(line);
        var isCorrect = IsCorrect(line);
        Release(!isCorrect ? KeyState.Unknown : _method == TableMethod.Insert ? KeyState.Present : KeyState.Absent);
        return isCorrect ? Outcome.Correct : Outcome.WrongAnswer;
    }

    private bool BeginMeasured(Stage stage)
    {
        switch (stage)
        {
            case Stage.Insert:
                _method = TableMethod.Insert;
                return UsePool(_population.Inserts, _population.Inserts.Take(KeyState.Absent));
            case Stage.Remove:
                _method = TableMethod.Remove;
                return UsePool(_population.Removes, _population.Removes.Take(KeyState.Present));
            case Stage.Scan:
                _method = TableMethod.Scan;
                _number = _population.DrawGroup();
                return true;
            case Stage.Lookup:
                _method = TableMethod.Lookup;
                _kind = KeyKind.Base;
                _number = _population.Draw(_population.Shape.Keys);
                return true;
            default:
                return BeginMixed();
        }
    }

    /// <summary>Inserts put back what removes took, so that the mix can go on for ever.</summary>
    private bool BeginMixed()
    {
        const int Hundred = 100;
        const int Removes = 5;
        const int RemovesAndInserts = 10;
        var draw = _population.Draw(Hundred);
        if (draw >= RemovesAndInserts) return BeginMeasured(Stage.Lookup);
        var number = draw < Removes ? -1 : _population.Removes.Take(KeyState.Absent);
        _method = number < 0 ? TableMethod.Remove : TableMethod.Insert;
        if (number < 0) number = _population.Removes.Take(KeyState.Present);
        return number < 0 ? BeginMeasured(Stage.Lookup) : UsePool(_population.Removes, number);
    }

    private bool UsePool(KeyPool pool, int number)
    {
        if (number < 0) return false;
        _pool = pool;
        _kind = pool.Kind;
        _poolNumber = number;
        _number = _text.NumberOf(pool.Kind, number);
        return true;
    }

    private bool IsCorrect(ReadOnlySpan<byte> line)
    {
        var check = _population.Check;
        return _method switch
        {
            TableMethod.Insert => check.IsInserted(line),
            TableMethod.Scan => check.IsGroup(line, _number),
            _ => check.IsValue(line, _method, _kind, _number),
        };
    }

    private void Release(KeyState state)
    {
        _pool?.Put(_poolNumber, state);
        _pool = null;
    }
}
