using System.Globalization;

namespace LoadHarness.Clients.Work;

/// <summary>What <c>--compare</c> prints, the same for every client program.</summary>
public static class ComparisonText
{
    /// <summary>Writes a line of headings and a line for each stage.</summary>
    public static void Write(TextWriter output, IReadOnlyList<StageComparison> stages)
    {
        var width = stages.Max(stage => stage.Stage.Length);
        output.WriteLine($"{"stage".PadRight(width)}  sequential_s  optimised_s  start_up_s   ratio  optimised by");
        foreach (var stage in stages)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{stage.Stage.PadRight(width)}  {stage.Sequential_s,12:0.000}  {stage.Optimised_s,11:0.000}  "
                + $"{stage.StartUp_s,10:0.000}  {stage.Ratio,6:0.00}  {stage.Manner}"));
        }
    }

    /// <summary>Says that both ways made the same files.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="sequential">Hash of what the plain way made.</param>
    /// <param name="optimised">Hash of what the optimised way made.</param>
    /// <exception cref="WorkException">They differ.</exception>
    public static void WriteOutputs(TextWriter output, string sequential, string optimised)
    {
        if (!string.Equals(sequential, optimised, StringComparison.Ordinal))
            throw new WorkException($"the outputs differ: SHA-256 {sequential} sequential, {optimised} optimised");
        output.WriteLine($"outputs: identical, SHA-256 {sequential}");
    }
}
