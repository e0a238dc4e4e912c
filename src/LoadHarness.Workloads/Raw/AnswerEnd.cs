using System.Globalization;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Raw;

/// <summary>How the end of an answer is found.</summary>
/// <param name="Kind">What ends it.</param>
/// <param name="Delimiter">With <see cref="EndKind.Delimiter"/>: the last bytes of the answer, one at least.</param>
/// <param name="Length_bytes">With <see cref="EndKind.Length"/>: bytes of the answer, one at least.</param>
internal sealed record AnswerEnd(EndKind Kind, byte[] Delimiter, long Length_bytes)
{
    /// <summary>Longest answer of a known length, bytes.</summary>
    public const long Longest_bytes = 1_000_000_000;

    private const string Until = "until ";
    private const string Bytes = "bytes ";
    private const string Close = "close";

    /// <summary>What is wrong with a text; nothing when it can be read.</summary>
    public static IReadOnlyList<string> Check(string text) => TryRead(text, out var problem) is null ? [problem] : [];

    /// <summary>Reads a text that was checked: <c>until \n</c>, <c>bytes 64</c> or <c>close</c>.</summary>
    /// <exception cref="FormatException">It was not, and is wrong.</exception>
    public static AnswerEnd Read(string text) => TryRead(text, out var problem) ?? throw new FormatException(problem);

    private static AnswerEnd? TryRead(string text, out string problem)
    {
        problem = "";
        if (string.Equals(text, Close, StringComparison.Ordinal)) return new AnswerEnd(EndKind.Close, [], 0);
        if (text.StartsWith(Until, StringComparison.Ordinal) && text.Length > Until.Length)
        {
            return EscapedText.TryRead(text[Until.Length..], out var delimiter, out problem)
                ? new AnswerEnd(EndKind.Delimiter, delimiter, 0)
                : null;
        }

        if (text.StartsWith(Bytes, StringComparison.Ordinal)
            && long.TryParse(text[Bytes.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && length is > 0 and <= Longest_bytes)
        {
            return new AnswerEnd(EndKind.Length, [], length);
        }

        problem = string.Create(CultureInfo.InvariantCulture,
            $@"'{text}' is not 'until TEXT' (like until \n), 'bytes N' (1 to {Longest_bytes}) or 'close'");
        return null;
    }
}
