using System.Buffers;
using LoadHarness.Contracts.Loading;

namespace LoadHarness.Workloads.NumberList;

/// <summary>
/// Downloads lists. Every list's form and count of numbers are checked, which with at most 9 digits implies the default
/// range;
/// one list in k is parsed as a whole and each number compared with the range asked for.
/// </summary>
internal sealed class NumberListClient : IVirtualClient
{
    private readonly NumberListPopulation _population;
    private readonly NumberListChecker _checker = new();
    private readonly NumberListReader _reader;
    private bool _parses;
    private bool _outOfRange;

    public NumberListClient(NumberListPopulation population)
    {
        _population = population;
        _reader = new NumberListReader(_checker);
    }

    /// <inheritdoc/>
    public int OperationType => 0;

    private bool IsWrong => _outOfRange || _checker.IsMalformed || _checker.CommaCount >= _population.Options.Count;

    private bool IsRight => !IsWrong && _checker.IsList && _checker.CommaCount == _population.Options.Count - 1;

    /// <inheritdoc/>
    public ClientStep Begin(Purpose purpose, IBufferWriter<byte> request)
    {
        if (purpose == Purpose.Prepare) return ClientStep.Idle;
        _checker.Reset();
        _reader.Reset();
        _outOfRange = false;
        _parses = _population.NextIsParsed();
        return ClientStep.Receive();
    }

    /// <inheritdoc/>
    /// <remarks>A list that has gone wrong is complete at once, so that a server that never stops sending cannot hold a
    /// client.</remarks>
    public ClientStep Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> request)
    {
        var length = input.Length;
        if (_parses) Parse(input, end);
        else _checker.Add(input);
        if (end) return ClientStep.Complete(length, IsRight ? Outcome.Correct : Outcome.WrongAnswer);
        return IsWrong ? ClientStep.Complete(length, Outcome.WrongAnswer) : ClientStep.Receive(length);
    }

    /// <inheritdoc/>
    public ClientStep Elapsed(IBufferWriter<byte> request) =>
        throw new InvalidOperationException("a download has no pause");

    /// <inheritdoc/>
    public void Abandoned()
    {
        // The next Begin starts from nothing.
    }

    private void Parse(ReadOnlySpan<byte> input, bool end)
    {
        var numbers = _population.Numbers.AsSpan();
        for (var count = _reader.Read(ref input, numbers); count > 0; count = _reader.Read(ref input, numbers))
            CheckRange(numbers[..count]);
        if (end && _reader.TryReadLast(out numbers[0])) CheckRange(numbers[..1]);
    }

    private void CheckRange(ReadOnlySpan<int> numbers) =>
        _outOfRange |= numbers.ContainsAnyExceptInRange(_population.Options.Minimum, _population.Options.Maximum);
}
