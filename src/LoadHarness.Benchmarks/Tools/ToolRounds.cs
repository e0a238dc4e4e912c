using LoadHarness.Results;

namespace LoadHarness.Benchmarks.Tools;

/// <summary>The rounds of all tools at one number of connections, interleaved.</summary>
/// <param name="setup">Server and tools.</param>
/// <param name="connections">Connections.</param>
/// <param name="pipeline">Requests of a batch.</param>
/// <param name="options">How many rounds, and how long.</param>
internal sealed class ToolRounds(ToolSetup setup, int connections, int pipeline, ToolOptions options)
{
    private const int MostTries = 4;
    private const double Faster = 4;
    private const double Unknown_per_s = 50_000;

    private readonly SpanMeter _meter = new(setup.Server);
    private readonly Dictionary<ILoadTool, double> _rates_per_s = [];

    /// <summary>Runs them. One round comes first and does not count: it compiles code and tells how fast tools are.
    /// </summary>
    /// <param name="measured">Receives each row at once.</param>
    public IReadOnlyList<PeerRow> Run(Action<PeerRow> measured)
    {
        var rows = new List<PeerRow>();
        foreach (var tool in setup.Tools) Load(tool, Task(tool) with { Length_s = Math.Min(1, options.Seconds) }, 0);
        setup.Server.Look();
        for (var round = 0; round < options.Rounds; round++)
        {
            for (var turn = 0; turn < setup.Tools.Count; turn++)
            {
                // Who comes first changes from round to round.
                var tool = setup.Tools[(turn + round) % setup.Tools.Count];
                rows.Add(Load(tool, Task(tool), round));
                measured(rows[^1]);
            }
        }

        return rows;
    }

    private ToolTask Task(ILoadTool tool) => new()
    {
        Target = setup.Server.Endpoint,
        Connections = connections,
        Pipeline = pipeline,
        WarmUp_s = options.WarmUp,
        Length_s = options.Seconds,
        ExpectedRate_per_s = _rates_per_s.GetValueOrDefault(tool, FirstGuess_per_s()),
    };

    private double FirstGuess_per_s() =>
        setup.Delay_us > 0 ? connections * pipeline / setup.Delay_us * 1e6 : Unknown_per_s;

    private PeerRow Load(ILoadTool tool, ToolTask task, int round)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (tool.Load(task, _meter) is { } report && _meter.Span() is { Operations: > 0 } span)
            {
                _rates_per_s[tool] = span.Operations / span.Length_s;
                return Row(tool, round, span, report);
            }

            // It ended too early, or had not begun: on a busy machine a start takes its time.
            task = task with
            {
                ExpectedRate_per_s = task.ExpectedRate_per_s * Faster,
                WarmUp_s = task.WarmUp_s * 2,
            };
        }

        throw new InvalidOperationException($"{tool.Name} does nothing in the span in which it is measured");
    }

    private PeerRow Row(ILoadTool tool, int round, ToolSpan span, ToolReport report) => new()
    {
        Server = setup.Name,
        Tool = tool.Name,
        Connections = connections,
        Pipeline = pipeline,
        Round = round,
        Length_s = span.Length_s,
        Operations = span.Operations,
        GeneratorCpu_s = span.GeneratorCpu_s,
        ServerCpu_s = span.ServerCpu_s,
        OtherCpuShare = span.OtherCpuShare,
        ReportedThroughput_per_s = report.Throughput_per_s,
        ReportedMean_us = report.Mean_us,
        ReportedP50_us = report.P50_us,
        ReportedP99_us = report.P99_us,
        Errors = report.Errors,
        Delay_us = setup.Delay_us,
        ServedMean_us = span.ServedMean_us,
    };
}
