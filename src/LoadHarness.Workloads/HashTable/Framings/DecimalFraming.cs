using System.Globalization;

namespace LoadHarness.Workloads.HashTable.Framings;

/// <summary>
/// The length in decimal digits, as many as it takes, then the message: <c>17{…}</c> or <c>17,{…}</c>.
/// </summary>
/// <param name="name">The name in dialect files.</param>
/// <param name="separator">What stands between length and message: nothing or one character. With nothing the length
/// ends at the first byte that is not a digit, and a message cannot begin with one.</param>
internal sealed class DecimalFraming(string name, string separator) : Framing
{
    private const int MostDigits = 18;

    /// <inheritdoc/>
    internal override string Name => name;

    /// <inheritdoc/>
    internal override int LongestPrefix => MostDigits + 1;

    /// <inheritdoc/>
    internal override long LongestBody => 999_999_999_999_999_999;

    /// <inheritdoc/>
    internal override FrameState Take(
        ReadOnlySpan<byte> input, int looked, bool end, int longest, out Frame frame)
    {
        var digits = input.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits == 0) return Broken("a frame begins with its length in decimal digits", out frame);
        if (digits > MostDigits || (digits < 0 && input.Length > MostDigits)) return TooLong(longest, out frame);
        frame = default;
        if (digits < 0) return FrameState.Partial;
        if (separator.Length > 0 && input[digits] != separator[0])
            return Broken($"behind the length of a frame stands '{separator}'", out frame);
        var length = long.Parse(input[..digits], NumberStyles.None, CultureInfo.InvariantCulture);
        return Body(input, digits + separator.Length, length, longest, out frame);
    }

    /// <inheritdoc/>
    internal override int WritePrefix(long length, Span<byte> target)
    {
        length.TryFormat(target, out var digits, default, CultureInfo.InvariantCulture);
        if (separator.Length == 0) return digits;
        target[digits] = (byte)separator[0];
        return digits + 1;
    }
}
