using LoadHarness.Contracts.Workloads;
using LoadHarness.Experiments.Dialects;
using LoadHarness.Platform.Files.Faults;
using LoadHarness.Workloads.Calibration;
using LoadHarness.Workloads.HashTable;
using LoadHarness.Workloads.Http;
using LoadHarness.Workloads.Image;
using LoadHarness.Workloads.Mean;
using LoadHarness.Workloads.Memcached;
using LoadHarness.Workloads.Null;
using LoadHarness.Workloads.NumberList;
using LoadHarness.Workloads.Raw;
using LoadHarness.Workloads.Resp;

namespace LoadHarness.Cli.Registry;

/// <summary>The workloads there are. A new one is one line here.</summary>
public sealed class WorkloadRegistry
{
    /// <summary>The workloads of this program.</summary>
    public static WorkloadRegistry Default { get; } = new(
    [
        new NumberListWorkload(),
        new ImageWorkload(),
        new HashTableWorkload(DialectFiles.Default, FaultyFiles.OrSystemFiles),
        new MeanWorkload(),
        new NullWorkload(),
        new RespWorkload(),
        new HttpWorkload(),
        new MemcachedWorkload(),
        new RawWorkload(),
        new CalibrationWorkload(),
    ]);

    /// <summary>A registry of the given workloads.</summary>
    public WorkloadRegistry(IReadOnlyList<IWorkload> workloads) => All = workloads;

    /// <summary>All workloads in the order of help texts and reports.</summary>
    public IReadOnlyList<IWorkload> All { get; }

    /// <summary>The workload of a name; null when there is none.</summary>
    public IWorkload? Find(string name) =>
        All.FirstOrDefault(workload => string.Equals(workload.Name, name, StringComparison.Ordinal));
}
