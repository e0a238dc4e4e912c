using LoadHarness.Report.Documents;

namespace LoadHarness.Report.Charts;

/// <summary>The figures of a report, in the order in which they are shown.</summary>
internal static class AllCharts
{
    private static readonly IReadOnlyList<IChart> _charts =
    [
        new ThroughputChart(), new GainChart(), new LatencyChart(), new LatencyThroughputChart(), new SpectrumChart(),
        new FairnessChart(), new CpuChart(), new CpuPerOperationChart(), new ResourceChart(), new WindowsChart(),
        new StabilityChart(),
    ];

    /// <summary>Every figure that the part has data for.</summary>
    public static IEnumerable<FigureBlock> Of(ReportPart part) =>
        _charts.Select(chart => chart.Draw(part)).OfType<FigureBlock>();
}
