using LoadHarness.Contracts.Workloads;
using LoadHarness.Workloads.Shared;

namespace LoadHarness.Workloads.Raw;

/// <summary>What can be set about exchanges of any bytes.</summary>
/// <param name="Request">What is sent.</param>
/// <param name="End">How the end of the answer is found.</param>
/// <param name="Answer">The whole answer; empty for any.</param>
/// <param name="AnswerStart">What the answer begins with; empty for any.</param>
/// <param name="IsPerOperation">Every operation has a connection of its own.</param>
internal sealed record RawOptions(
    byte[] Request, AnswerEnd End, byte[] Answer, byte[] AnswerStart, bool IsPerOperation)
{
    private const string Send = "send";
    private const string SendHex = "send-hex";
    private const string Expect = "expect";
    private const string WholeAnswer = "answer";
    private const string StartOfAnswer = "answer-start";
    private const string Connection = "connection";
    private const string Kept = "kept";
    private const string PerOperation = "per-operation";

    /// <summary>The options as the command line and scenarios see them.</summary>
    public static IReadOnlyList<WorkloadOption> All { get; } =
    [
        new(Send, OptionKind.Text, @"ping\n", @"what is sent; \n \r \t \\ and \xHH stand for one byte each",
            OptionSide.Both, Check: EscapedText.Check),
        new(SendHex, OptionKind.Text, "", "what is sent, as hexadecimal digits, in place of send", OptionSide.Both,
            Check: CheckHex),
        new(Expect, OptionKind.Text, @"until \n",
            "end of an answer: 'until TEXT', which belongs to it, 'bytes N' or 'close'", OptionSide.Both,
            Check: AnswerEnd.Check),
        new(WholeAnswer, OptionKind.Text, "", "the right answer as a whole, written like send; empty takes any",
            OptionSide.Client, Check: EscapedText.Check),
        new(StartOfAnswer, OptionKind.Text, "", "what a right answer begins with, written like send; empty takes any",
            OptionSide.Client, Check: EscapedText.Check),
        new(Connection, OptionKind.Choice, Kept,
            "whether a client keeps its connection; an answer that ends with it needs one per operation anyway",
            OptionSide.Both, Choices: [Kept, PerOperation]),
    ];

    /// <summary>Reads checked settings.</summary>
    public static RawOptions From(WorkloadSettings settings)
    {
        var hex = settings.Text(SendHex);
        var end = AnswerEnd.Read(settings.Text(Expect));
        return new RawOptions(
            hex.Length > 0 ? Convert.FromHexString(WithoutSpaces(hex)) : EscapedText.Read(settings.Text(Send)),
            end,
            EscapedText.Read(settings.Text(WholeAnswer)),
            EscapedText.Read(settings.Text(StartOfAnswer)),
            end.Kind == EndKind.Close
                || string.Equals(settings.Text(Connection), PerOperation, StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> CheckHex(string text)
    {
        var digits = WithoutSpaces(text);
        return digits.Length % 2 == 0 && digits.All(char.IsAsciiHexDigit)
            ? []
            : [$"'{text}' is not a row of hexadecimal digits, two for each byte"];
    }

    private static string WithoutSpaces(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
