using System.Net;
using LoadHarness.Cli.Discovery;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Servers;

namespace LoadHarness.Cli.Serving;

/// <summary>What <c>serve</c> was asked to do, workload aside.</summary>
internal sealed record ServeRequest
{
    /// <summary>The server model.</summary>
    public required IServerModel Model { get; init; }

    /// <summary>Options of the model that were given, by name; checked.</summary>
    public required IReadOnlyDictionary<string, string> ModelOptions { get; init; }

    /// <summary>Where to listen.</summary>
    public required IPEndPoint Endpoint { get; init; }

    /// <summary>True with <c>--quiet</c>.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>True with <c>--trace</c>.</summary>
    public bool IsTraced { get; init; }

    /// <summary>The handles of the control channel, when a harness has started this process.</summary>
    public string? Control { get; init; }

    /// <summary>True for a worker of a server of several processes: the parent has the port and tells where it
    /// is.</summary>
    public bool IsWorker { get; init; }

    /// <summary>What clients are allowed, see <see cref="LimitFlags"/>.</summary>
    public WorkloadSettings Limits { get; init; } = LimitFlags.Defaults;

    /// <summary>With <c>--project</c>: how the server makes itself known.</summary>
    public Registration? Registration { get; init; }
}
