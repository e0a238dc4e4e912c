using System.Buffers;
using System.Numerics;
using System.Text;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Workloads.Mean;

/// <summary>
/// One client's number, then <c>ready</c>, then the mean of all clients' numbers at that moment. The number counts from
/// its first digit on and for ever; what is neither ends the connection without an answer.
/// </summary>
/// <param name="service">The state that all connections share.</param>
/// <param name="console">Where the lines about this client go.</param>
internal sealed class MeanHandler(MeanService service, MeanConsole console) : IConnectionHandler
{
    private readonly NumberReading _number = new();
    private BigInteger _counted;
    private bool _counts;
    private bool _isComplete;
    private int _readyMatched;

    private static ReadOnlySpan<byte> Ready => "ready"u8;

    /// <inheritdoc/>
    public Step Start(IBufferWriter<byte> output)
    {
        console.Connected();
        return new Step(0, Next.Read);
    }

    /// <inheritdoc/>
    public Step Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> output)
    {
        var rest = _isComplete ? input : ReadNumber(input);
        if (_number.IsTooLong) return GiveUp(input.Length, $"a number of more than {NumberReading.MostDigits} digits");
        var isReady = false;
        if (!rest.IsEmpty && !TryReadReady(rest, out isReady))
            return GiveUp(input.Length, "something else than a number and `ready`");
        if (isReady) Answer(output);
        return new Step(input.Length, isReady || end ? Next.Close : Next.Read);
    }

    /// <inheritdoc/>
    public Step Drained(IBufferWriter<byte> output) => new(0, Next.Read);

    /// <inheritdoc/>
    public void Closed()
    {
        // The number stays counted.
    }

    /// <summary>Reads digits and lets them count.</summary>
    /// <returns>What stands behind the number.</returns>
    private ReadOnlySpan<byte> ReadNumber(ReadOnlySpan<byte> input)
    {
        var before = _number.DigitCount;
        var rest = input[_number.Read(input)..];
        if (_number.IsTooLong)
        {
            if (_counts) service.Mean.TakeBack(_counted);
            return rest;
        }

        if (_number.DigitCount > before) Count(_number.Value);
        _isComplete = !rest.IsEmpty;
        return rest;
    }

    private void Count(BigInteger number)
    {
        if (_counts) service.Mean.Replace(_counted, number);
        else service.Mean.Add(number);
        console.Received(number, service.Mean, isFirst: !_counts);
        (_counted, _counts) = (number, true);
    }

    /// <summary>Follows <c>ready</c> over its segments; blanks before it do not matter.</summary>
    /// <returns>False when something else arrives, or no number came before.</returns>
    private bool TryReadReady(ReadOnlySpan<byte> input, out bool isReady)
    {
        isReady = false;
        if (!_counts) return false;
        if (_readyMatched == 0)
        {
            var start = input.IndexOfAnyExcept(Blanks.All);
            if (start < 0) return true;
            input = input[start..];
        }

        var compared = Math.Min(input.Length, Ready.Length - _readyMatched);
        if (!input[..compared].SequenceEqual(Ready.Slice(_readyMatched, compared))) return false;
        _readyMatched += compared;
        isReady = _readyMatched == Ready.Length;
        return true;
    }

    private void Answer(IBufferWriter<byte> output)
    {
        var text = PythonFloat.Repr(service.Mean.Value);
        console.Answering(text);
        Encoding.ASCII.GetBytes(text, output);
        service.Answered();
    }

    private Step GiveUp(int length, string what)
    {
        console.GaveUp(what);
        return new Step(length, Next.Close);
    }
}
