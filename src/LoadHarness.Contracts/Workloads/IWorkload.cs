using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Serving;

namespace LoadHarness.Contracts.Workloads;

/// <summary>
/// A service together with its wire protocol and its virtual clients. Stateless description and factory.
/// </summary>
public interface IWorkload
{
    /// <summary>Name as typed on the command line and in scenarios, e.g. <c>number-list</c>.</summary>
    string Name { get; }

    /// <summary>One sentence for help texts.</summary>
    string Summary { get; }

    /// <summary>Default TCP port of the service.</summary>
    int DefaultPort { get; }

    /// <summary>Whether clients keep their connection or make one per operation, usually.</summary>
    ConnectionUse ConnectionUse { get; }

    /// <summary>The same under certain settings: what a run goes by.</summary>
    /// <param name="settings">Validated values for <see cref="Options"/>.</param>
    ConnectionUse ConnectionUseOf(WorkloadSettings settings) => ConnectionUse;

    /// <summary>
    /// True when what one connection does can be seen by another one (a table, a mean), so that all of them must be
    /// served by one process. False only when every connection stands alone: then several processes may serve them.
    /// </summary>
    bool SharesState => true;

    /// <summary>
    /// True when answers leave at moments that the service sets (<see cref="Next.Wait"/>): then only a server model
    /// with timers can serve it.
    /// </summary>
    bool NeedsTimers => false;

    /// <summary>Names of the types of operation; the index is the operation type everywhere.</summary>
    IReadOnlyList<string> OperationTypes { get; }

    /// <summary>
    /// The stages that can be measured. All clients are in the same stage at the same time.
    /// A stage of one operation type bears its name; a mix may have a name of its own.
    /// </summary>
    IReadOnlyList<string> Stages { get; }

    /// <summary>Those measured when a scenario names none, in their order.</summary>
    IReadOnlyList<string> UsualStages => Stages;

    /// <summary>
    /// Those whose populations are <see cref="Histories.IHistorySource"/>s: it can be checked whether what their
    /// clients saw is linearizable.
    /// </summary>
    IReadOnlyList<string> StagesWithHistory => [];

    /// <summary>
    /// Everything that can be set, for both sides: feeds command-line flags, scenario validation and help.
    /// </summary>
    IReadOnlyList<WorkloadOption> Options { get; }

    /// <summary>
    /// Pause of a client within each operation, µs. Where it is not 0, clients mostly wait: such a workload is measured
    /// with fixed numbers of clients, and its throughput is theirs over the pause.
    /// </summary>
    /// <param name="settings">Validated values for <see cref="Options"/>.</param>
    long Pause_us(WorkloadSettings settings) => 0;

    /// <summary>
    /// Operations that the service counts for one of a client's, ≥ 1: more than one where a client sends several
    /// requests together as one operation.
    /// </summary>
    /// <param name="settings">Validated values for <see cref="Options"/>.</param>
    /// <param name="stage">One of <see cref="Stages"/>.</param>
    int ServedPerOperation(WorkloadSettings settings, string stage) => 1;

    /// <summary>Makes the server side. Reads existing durable state (replay) before it returns.</summary>
    /// <param name="settings">Validated values for <see cref="Options"/>.</param>
    /// <param name="sink">Where console lines and events go.</param>
    /// <exception cref="DurabilityException">State on disk cannot be opened; the message names the file and the
    /// cause.</exception>
    IService CreateService(WorkloadSettings settings, IEventSink sink);

    /// <summary>Makes the virtual clients of one stage for one generator thread.</summary>
    /// <param name="settings">Validated values for <see cref="Options"/>.</param>
    /// <param name="stage">One of <see cref="Stages"/>.</param>
    /// <param name="share">Which part of the key space this thread owns.</param>
    /// <param name="seed">Seed of all random choices; the same seed gives the same requests.</param>
    IClientPopulation CreatePopulation(WorkloadSettings settings, string stage, PopulationShare share, long seed);
}
