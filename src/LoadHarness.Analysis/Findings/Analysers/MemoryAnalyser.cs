namespace LoadHarness.Analysis.Findings.Analysers;

/// <summary>
/// The server waits for pages from disk at its capacity: memory is short, or it reads files through memory. Ten faults
/// a second are the least that is told: at 10 ms each, the seek of a disk, they keep a thread waiting a tenth of the
/// time.
/// </summary>
internal static class MemoryAnalyser
{
    private const double Least_per_s = 10;

    public static IEnumerable<Finding> Analyse(FindingContext context) =>
        from curve in context.Curves
        let level = curve.AtCapacity
        where level?.Resources.MajorFaults_per_s >= Least_per_s
        select new Finding
        {
            Code = FindingCode.MemoryShort,
            Severity = FindingSeverity.Information,
            Subjects = [curve.Key],
            Numbers =
            [
                new("clients", level.Clients), new("major_faults_per_s", level.Resources.MajorFaults_per_s),
                new("read_bytes_per_operation", level.Resources.ReadPerOperation_bytes),
                new("rss_bytes", level.Resources.SutRss_bytes),
            ],
        };
}
