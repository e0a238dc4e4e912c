using System.Globalization;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Workloads;

namespace LoadHarness.Benchmarks.Tools;

/// <summary>The virtual clients of one workload and stage, which remember what they have put on the server.</summary>
/// <param name="workload">The workload.</param>
/// <param name="stage">The stage.</param>
/// <param name="options">Its options, but for the pipeline.</param>
internal sealed class ToolClients(
    IWorkload workload, string stage, IReadOnlyDictionary<string, string> options)
{
    private const string PipelineOption = "pipeline";

    private readonly Dictionary<int, IClientPopulation> _populations = [];

    /// <summary>Types of operation.</summary>
    public int OperationTypeCount => workload.OperationTypes.Count;

    /// <summary>The clients for a task.</summary>
    public IClientPopulation For(ToolTask task)
    {
        if (_populations.TryGetValue(task.Pipeline, out var known)) return known;
        var given = new Dictionary<string, string>(options, StringComparer.Ordinal);
        if (task.Pipeline > 1) given[PipelineOption] = task.Pipeline.ToString(CultureInfo.InvariantCulture);
        var problems = new List<string>();
        var settings = WorkloadSettings.Create(workload.Options, given, problems);
        if (problems.Count > 0) throw new InvalidOperationException(string.Join("; ", problems));
        var made = workload.CreatePopulation(settings, stage, PopulationShare.Whole, seed: 1);
        _populations.Add(task.Pipeline, made);
        return made;
    }
}
