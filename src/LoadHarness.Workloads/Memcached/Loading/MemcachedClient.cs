using System.Buffers;
using LoadHarness.Contracts.Loading;
using LoadHarness.Workloads.Memcached.Protocol;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Memcached.Loading;

/// <summary>One simulated user: a command, and the reply that it must have. Keys are loaded many at a time.</summary>
/// <param name="population">What the clients share.</param>
internal sealed class MemcachedClient(MemcachedPopulation population) : IVirtualClient
{
    private const int LoadedTogether = 100;

    private readonly List<int> _numbers = new(LoadedTogether);
    private MemcachedStage _operation;
    private Purpose _purpose;
    private int _answered;
    private bool _isRight;

    /// <inheritdoc/>
    public int OperationType => (int)_operation;

    /// <inheritdoc/>
    public ClientStep Begin(Purpose purpose, IBufferWriter<byte> request)
    {
        (_purpose, _answered, _isRight) = (purpose, 0, true);
        _numbers.Clear();
        if (purpose == Purpose.Prepare) return Load(request);
        _operation = population.DrawOperation();
        var number = population.DrawKey();
        _numbers.Add(number);
        if (_operation == MemcachedStage.Get) MemcachedText.WriteGet(request, number);
        else population.Text.WriteSet(request, number);
        return ClientStep.Receive();
    }

    /// <inheritdoc/>
    public ClientStep Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> request)
    {
        var consumed = 0;
        while (_answered < _numbers.Count)
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
        if (_purpose != Purpose.Prepare) return;
        for (; _answered < _numbers.Count; _answered++)
            population.Loading.Loaded(_numbers[_answered], isThere: false);
    }

    private ClientStep Load(IBufferWriter<byte> request)
    {
        _operation = MemcachedStage.Set;
        while (_numbers.Count < LoadedTogether && population.Loading.Take() is >= 0 and var number)
        {
            _numbers.Add(number);
            population.Text.WriteSet(request, number);
        }

        return _numbers.Count > 0 ? ClientStep.Receive() : ClientStep.Idle;
    }

    private bool Take(ReadOnlySpan<byte> reply)
    {
        var number = _numbers[_answered++];
        if (_operation == MemcachedStage.Get) return population.Text.IsValue(reply, number);
        var isStored = reply.SequenceEqual("STORED\r\n"u8);
        if (_purpose == Purpose.Prepare) population.Loading.Loaded(number, isStored);
        return isStored;
    }
}
