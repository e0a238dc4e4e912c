using System.Globalization;

using LoadHarness.Report.Text;
using LoadHarness.Results;

namespace LoadHarness.Report.Sentences;

/// <summary>Words an objection to levels: <c>few-windows 2, 4</c> becomes a clause a reader understands.</summary>
internal static class ObjectionWords
{
    private static readonly Dictionary<string, string> _meanings = new(StringComparer.Ordinal)
    {
        [ValidityCode.GeneratorCpu] = "the load generator came near the limit of its own CPU",
        [ValidityCode.GeneratorLag] = "clients spent time without an operation under way",
        [ValidityCode.Little] = "Little's law holds only roughly",
        [ValidityCode.Conservation] = "counts that must agree do not",
        [ValidityCode.Errors] = "operations failed",
        [ValidityCode.WrongAnswers] = "answers were wrong",
        [ValidityCode.WrongState] = "the server's state was wrong at the end",
        [ValidityCode.NotLinearizable] = "no order of the operations explains the answers",
        [ValidityCode.NotConnected] = "not all clients were connected",
        [ValidityCode.Disturbed] = "others used the machine in some windows that count",
        [ValidityCode.FewWindows] = "fewer windows count than wanted",
        [ValidityCode.NotSteady] = "throughput still drifted",
        [ValidityCode.RateNotReached] = "not nearly all operations that were due were sent",
        [ValidityCode.SendLag] = "the load generator sent late",
        [ValidityCode.Standstill] = "the harness stood still for a while, and those windows were left out",
    };

    /// <summary>The objection of one note of the finding; a code without words stays as it is.</summary>
    /// <param name="note">The code, and behind a space the clients of the levels.</param>
    public static Objection Of(string note)
    {
        var (code, clients) = note.Split(' ', 2) is [var head, var tail] ? (head, tail) : (note, "");
        var meaning = _meanings.GetValueOrDefault(code, Words.Name(code));
        if (clients.Length == 0) return new Objection(meaning, "");
        var counts = clients.Split(", ");
        var list = Words.List([.. counts.Select(Count)]);
        return new Objection(meaning, $"{list} {(counts is ["1"] ? "client" : "clients")}");
    }

    private static string Count(string clients) =>
        long.TryParse(clients, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? NumberText.Count(count) : clients;
}
