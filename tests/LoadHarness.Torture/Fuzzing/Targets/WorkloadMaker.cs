using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Torture.Fuzzing.Playing;

namespace LoadHarness.Torture.Fuzzing.Targets;

/// <summary>Makes both sides of a workload under certain settings, each time in the same state.</summary>
internal sealed class WorkloadMaker(IWorkload workload, params (string Name, string Text)[] given)
{
    private const long Seed = 1;

    private readonly Dictionary<string, string> _given =
        given.ToDictionary(option => option.Name, option => option.Text, StringComparer.Ordinal);

    /// <summary>A new server side.</summary>
    public IService Service(IEventSink sink) => workload.CreateService(Settings(), sink);

    /// <summary>A new virtual client.</summary>
    public IVirtualClient Client(string stage) =>
        workload.CreatePopulation(Settings(), stage, PopulationShare.Whole, Seed).CreateClient(0);

    /// <summary>What the server answers to the first operation of such a client.</summary>
    public byte[] Answer(string stage, Purpose purpose)
    {
        using var service = Service(SilentEventSink.Instance);
        return ClientPlay.Answer(Client(stage), Client(stage), purpose, service);
    }

    /// <summary>A client as a target.</summary>
    /// <param name="name">Name behind the group.</param>
    /// <param name="stage">What it does.</param>
    /// <param name="purpose">Measured work, or preparation.</param>
    /// <param name="words">Pieces of the protocol's answers.</param>
    public ClientTarget ClientTarget(string name, string stage, Purpose purpose, IReadOnlyList<byte[]> words) =>
        new($"client/{name}", () => Client(stage), purpose) { Seeds = [Answer(stage, purpose)], Words = words };

    /// <summary>New settings each time: what clients remember about a server hangs on them.</summary>
    private WorkloadSettings Settings()
    {
        var problems = new List<string>();
        var settings = WorkloadSettings.Create(workload.Options, _given, problems);
        return problems.Count == 0 ? settings : throw new InvalidOperationException(string.Join('\n', problems));
    }
}
