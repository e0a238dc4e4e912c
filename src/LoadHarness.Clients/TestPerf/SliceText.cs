using System.Globalization;
using System.Text;
using LoadHarness.Contracts.Measuring;

namespace LoadHarness.Clients.TestPerf;

/// <summary>A slice as a line: all of it, so that another program can add it to others.</summary>
public static class SliceText
{
    private const string Start = "slice=";

    /// <summary>Writes it.</summary>
    public static string Write(Slice slice)
    {
        var line = new StringBuilder(Text($"{Start}{slice.Index} whole={(slice.IsWhole ? 1 : 0)} "))
            .Append(Text($"outstanding_ns={slice.Outstanding_ns} cpu_ns={slice.Cpu_ns} "))
            .Append(Text($"sent_bytes={slice.Sent_bytes} received_bytes={slice.Received_bytes} ended="))
            .AppendJoin(',', slice.Ended.Select(count => Text($"{count}")))
            .Append(" latency_ns=");
        return line.AppendJoin(',', slice.Latency.Steps().Select(
            step => Text($"{step.Low_ns}:{step.High_ns}:{step.Count}"))).ToString();
    }

    /// <summary>Reads it; null when the line is of another kind.</summary>
    /// <exception cref="FormatException">It is a slice and cannot be read.</exception>
    public static Slice? Read(string line)
    {
        if (!line.StartsWith(Start, StringComparison.Ordinal)) return null;
        try
        {
            var fields = PerfLine.Fields(line);
            var slice = new Slice
            {
                Index = Number(fields["slice"]),
                IsWhole = Number(fields["whole"]) == 1,
                Outstanding_ns = Number(fields["outstanding_ns"]),
                Cpu_ns = Number(fields["cpu_ns"]),
                Sent_bytes = Number(fields["sent_bytes"]),
                Received_bytes = Number(fields["received_bytes"]),
            };
            var ended = fields["ended"].Split(',');
            for (var i = 0; i < slice.Ended.Length; i++) slice.Ended[i] = Number(ended[i]);
            foreach (var step in fields["latency_ns"].Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = step.Split(':');
                slice.Latency.AddStep(new HistogramStep(Number(parts[0]), Number(parts[1]), Number(parts[2])));
            }

            return slice;
        }
        catch (Exception e) when (e is KeyNotFoundException or IndexOutOfRangeException or ArgumentException
            or OverflowException)
        {
            throw new FormatException($"not a slice: {e.Message}", e);
        }
    }

    private static long Number(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
