using System.Globalization;
using System.Text;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Measuring;

namespace LoadHarness.Clients.TestPerf;

/// <summary>Words a stage's result: a line for people, and one for programs.</summary>
internal static class StageText
{
    /// <summary>Values beyond a percentile without which it says nothing.</summary>
    private const double FewestBeyond = 6;

    private const string Unknown = "-";

    private static readonly (Outcome Outcome, string Name)[] _errors =
    [
        (Outcome.WrongAnswer, "wrong_answers"), (Outcome.ConnectFailed, "connect_errors"),
        (Outcome.Refused, "refused"), (Outcome.Reset, "resets"), (Outcome.Timeout, "timeouts"),
    ];

    /// <summary>E.g. <c>insert: 1234.5 operations/s (6172 in 5.000 s); latency …</c>.</summary>
    internal static string ForPeople(StageResult result)
    {
        var latency = result.Latency;
        var parts = result.Parts > 1 ? Text($" in {result.Parts} parts") : "";
        var errors = _errors.Where(error => result.Ended[(int)error.Outcome] > 0)
            .Select(error => Text($"{result.Ended[(int)error.Outcome]} {error.Name.Replace('_', ' ')}")).ToList();
        return Text($"{result.Stage}: {result.Throughput_per_s:0.0} operations/s ")
            + Text($"({latency.Count} in {result.Measured_ns / 1e9:0.000} s{parts}); ")
            + Text($"latency mean {Mean_us(latency)}, p50 {Percentile_us(latency, 0.5)}, ")
            + Text($"p99 {Percentile_us(latency, 0.99)}, max {Max_us(latency)} \u00b5s; ")
            + (errors.Count == 0 ? "no errors" : "errors: " + string.Join(", ", errors));
    }

    /// <summary>
    /// All numbers as <c>name=value</c> with a space between: start and end on the monotonic clock, and the correct
    /// operations of every slice that was wholly measured, so that clients can be added up over the time they share.
    /// </summary>
    internal static string ForPrograms(StageResult result, int number, long slice_ns)
    {
        var latency = result.Latency;
        var line = new StringBuilder(Text($"stage={result.Stage} client={number} "))
            .Append(Text($"start_ns={result.Start_ns} end_ns={result.End_ns} measured_ns={result.Measured_ns} "))
            .Append(Text($"operations={latency.Count} throughput_per_s={result.Throughput_per_s:0.###} "))
            .Append(Text($"latency_mean_us={Mean_us(latency)} latency_p50_us={Percentile_us(latency, 0.5)} "))
            .Append(Text($"latency_p99_us={Percentile_us(latency, 0.99)} latency_max_us={Max_us(latency)}"));
        foreach (var (outcome, name) in _errors) line.Append(Text($" {name}={result.Ended[(int)outcome]}"));
        line.Append(Text($" used_up={(result.IsUsedUp ? 1 : 0)} slice_ns={slice_ns} slices="));
        line.AppendJoin(',', result.WholeSlices.Select(slice => Text($"{slice.Index}:{slice.Count}")));
        return line.ToString();
    }

    private static string Mean_us(LatencyHistogram latency) =>
        latency.Count == 0 ? Unknown : Text($"{latency.Mean_ns / 1000:0.0}");

    private static string Max_us(LatencyHistogram latency) =>
        latency.Count == 0 ? Unknown : Text($"{latency.Max_ns / 1000.0:0.0}");

    private static string Percentile_us(LatencyHistogram latency, double quantile) =>
        latency.Count * (1 - quantile) < FewestBeyond
            ? Unknown
            : Text($"{latency.ValueAtQuantile_ns(quantile) / 1000.0:0.0}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
