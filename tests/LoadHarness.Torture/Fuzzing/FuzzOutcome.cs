using System.Globalization;
using System.Text;

namespace LoadHarness.Torture.Fuzzing;

/// <summary>What a parser made of an input, as far as anybody can see it.</summary>
/// <param name="End">How it ended, in a word or two.</param>
/// <param name="Length">Length of what it gave.</param>
/// <param name="Hash">Tells what it gave exactly.</param>
/// <param name="Shape">
/// Tells roughly how it went: an input with a new shape is worth keeping. It stands in for the coverage that is not
/// measured: most branches of a parser show in its message, its answer or their order.
/// </param>
internal readonly record struct FuzzOutcome(string End, int Length, ulong Hash, ulong Shape)
{
    private const ulong Start = 0xCBF29CE484222325;
    private const ulong Prime = 0x100000001B3;
    private const int Telling_bytes = 256;

    /// <summary>An outcome that a text says, like the message of a refusal or a count.</summary>
    public static FuzzOutcome Of(string text) => Of("", Encoding.UTF8.GetBytes(text));

    /// <summary>An outcome of an end and of bytes written on the way.</summary>
    public static FuzzOutcome Of(string end, ReadOnlySpan<byte> written)
    {
        var hash = Start;
        foreach (var letter in written) hash = (hash ^ letter) * Prime;
        return new FuzzOutcome(end, written.Length, hash, ShapeOf(end, written));
    }

    /// <summary>For people.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{End} with {Length} bytes, {Hash:x16}");

    /// <summary>Numbers, and what stands between apostrophes, come from the input: they do not count.</summary>
    private static ulong ShapeOf(string end, ReadOnlySpan<byte> written)
    {
        var shape = Start ^ (ulong)(64 - ulong.LeadingZeroCount((ulong)written.Length));
        foreach (var letter in end) shape = (shape ^ letter) * Prime;
        var isQuoted = false;
        foreach (var letter in written[..Math.Min(written.Length, Telling_bytes)])
        {
            if (letter == (byte)'\'') isQuoted = !isQuoted;
            if (isQuoted || letter is >= (byte)'0' and <= (byte)'9') continue;
            shape = (shape ^ letter) * Prime;
        }

        return shape;
    }
}
