using System.Globalization;
using System.Numerics;
using System.Text;

namespace LoadHarness.Workloads.Mean;

/// <summary>
/// Reads one integer, digit by digit as its segments arrive: blanks, an optional sign, decimal digits. At any time it
/// is worth what its digits so far say.
/// </summary>
internal sealed class NumberReading
{
    /// <summary>Most digits of a number: what Python's <c>int</c> takes from text.</summary>
    public const int MostDigits = 4300;

    private bool _isNegative;
    private bool _hasSign;
    private BigInteger _size;

    /// <summary>Digits so far.</summary>
    public int DigitCount { get; private set; }

    /// <summary>True when it has more digits than a number may have.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>What the digits so far say.</summary>
    public BigInteger Value => _isNegative ? -_size : _size;

    /// <summary>Reads on.</summary>
    /// <returns>Bytes that belong to the number; the first one behind them ends it.</returns>
    public int Read(ReadOnlySpan<byte> input)
    {
        var at = DigitCount > 0 || _hasSign ? 0 : ReadStart(input);
        var digits = input[at..];
        var end = digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (end < 0) end = digits.Length;
        IsTooLong = DigitCount + end > MostDigits;
        if (IsTooLong || end == 0) return at;
        Add(digits[..end]);
        return at + end;
    }

    private int ReadStart(ReadOnlySpan<byte> input)
    {
        var at = input.IndexOfAnyExcept(Blanks.All);
        if (at < 0) return input.Length;
        if (input[at] is not ((byte)'-' or (byte)'+')) return at;
        _hasSign = true;
        _isNegative = input[at] == '-';
        return at + 1;
    }

    private void Add(ReadOnlySpan<byte> digits)
    {
        var part = BigInteger.Parse(
            Encoding.ASCII.GetString(digits), NumberStyles.None, CultureInfo.InvariantCulture);
        _size = DigitCount == 0 ? part : _size * BigInteger.Pow(10, digits.Length) + part;
        DigitCount += digits.Length;
    }
}
