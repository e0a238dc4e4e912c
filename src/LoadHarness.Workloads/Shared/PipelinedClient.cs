using System.Buffers;
using LoadHarness.Contracts.Loading;

namespace LoadHarness.Workloads.Shared;

/// <summary>
/// One simulated user who sends some requests together and takes as many replies in the same order, each of which has
/// to be right. Keys are loaded many at a time.
/// </summary>
/// <param name="loading">The keys to load.</param>
/// <param name="together">Requests of a measured operation.</param>
internal abstract class PipelinedClient(KeyLoading loading, int together) : IVirtualClient
{
    private const int LoadedTogether = 100;

    private readonly List<int> _numbers = new(together);
    private Purpose _purpose;
    private int _answered;
    private bool _isRight;

    /// <inheritdoc/>
    public abstract int OperationType { get; }

    /// <inheritdoc/>
    public ClientStep Begin(Purpose purpose, IBufferWriter<byte> request)
    {
        (_purpose, _answered, _isRight) = (purpose, 0, true);
        _numbers.Clear();
        Choose(purpose);
        if (purpose == Purpose.Prepare) return Load(request);
        while (_numbers.Count < together) _numbers.Add(Write(request));
        return ClientStep.Receive();
    }

    /// <inheritdoc/>
    public ClientStep Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> request)
    {
        var consumed = 0;
        while (_answered < _numbers.Count)
        {
            var state = Measure(input[consumed..], out var length);
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
    public virtual void Abandoned()
    {
        if (_purpose != Purpose.Prepare) return;
        for (; _answered < _numbers.Count; _answered++) loading.Loaded(_numbers[_answered], isThere: false);
    }

    /// <summary>Chooses what the next operation is; for preparation, one that stores.</summary>
    protected abstract void Choose(Purpose purpose);

    /// <summary>Writes a request of the operation chosen.</summary>
    /// <returns>The number of its key; any number when it has none.</returns>
    protected abstract int Write(IBufferWriter<byte> request);

    /// <summary>Writes the request that stores a key.</summary>
    protected abstract void WriteSet(IBufferWriter<byte> request, int number);

    /// <summary>Measures the first reply.</summary>
    protected abstract ReadState Measure(ReadOnlySpan<byte> input, out int length);

    /// <summary>True when the reply to the request with that key is right.</summary>
    protected abstract bool IsRight(ReadOnlySpan<byte> reply, int number);

    private ClientStep Load(IBufferWriter<byte> request)
    {
        while (_numbers.Count < LoadedTogether && loading.Take() is >= 0 and var number)
        {
            _numbers.Add(number);
            WriteSet(request, number);
        }

        return _numbers.Count > 0 ? ClientStep.Receive() : ClientStep.Idle;
    }

    private bool Take(ReadOnlySpan<byte> reply)
    {
        var number = _numbers[_answered++];
        var isRight = IsRight(reply, number);
        if (_purpose == Purpose.Prepare) loading.Loaded(number, isRight);
        return isRight;
    }
}
