using System.Text;
using LoadHarness.Contracts.Loading;
using LoadHarness.Engine;
using LoadHarness.Experiments.Progress;
using LoadHarness.Results;

namespace LoadHarness.Experiments.Running;

/// <summary>
/// Shows what the first answer looked like that was wrong or broken off: once for each stage of a start.
/// </summary>
/// <param name="journal">Where it is told.</param>
/// <param name="model">The server.</param>
/// <param name="repetition">Its start.</param>
internal sealed class FaultTeller(RunJournal journal, string model, int repetition)
{
    private readonly HashSet<string> _stages = new(StringComparer.Ordinal);

    /// <summary>Tells of it, unless one of the stage was told of already.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="fault">Null when there was none.</param>
    public void Tell(string stage, FaultyAnswer? fault)
    {
        if (fault is not null && _stages.Add(stage))
        {
            journal.Note(EventKind.FaultyAnswer, $"{stage}: {Describe(fault)}", model, repetition,
                ProgressLineKind.Problem);
        }
    }

    /// <summary>What went wrong, with what had come.</summary>
    internal static string Describe(FaultyAnswer fault)
    {
        var came = fault.Bytes.IsEmpty ? "nothing had come of it" : Quote(fault.Bytes.Span);
        return fault.Outcome == Outcome.WrongAnswer
            ? $"this answer was wrong: {came}"
            : $"the server closed a connection in place of an answer, or in the middle of one: {came}";
    }

    /// <summary>Bytes as the options of the workload <c>raw</c> write them.</summary>
    private static string Quote(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder("'");
        foreach (var one in bytes)
        {
            text.Append(one switch
            {
                (byte)'\n' => @"\n",
                (byte)'\r' => @"\r",
                (byte)'\t' => @"\t",
                (byte)'\\' => @"\\",
                >= 0x20 and < 0x7F => ((char)one).ToString(),
                _ => $@"\x{one:X2}",
            });
        }

        return text.Append(bytes.Length == FaultyAnswer.MostBytes ? "…'" : "'").ToString();
    }
}
