using System.Net;

namespace LoadHarness.Contracts.Scenarios;

/// <summary>
/// A system under test that is not one of our server models: a command that starts one, or the address of one that
/// runs already.
/// </summary>
public sealed record ForeignServer
{
    /// <summary>In a command: stands for the port.</summary>
    public const string PortPlace = "{port}";

    /// <summary>In a command: stands for an empty folder of its own.</summary>
    public const string DataPlace = "{data}";

    /// <summary>Name of the group of <see cref="ReadyPattern"/> that holds the port.</summary>
    public const string PortGroup = "port";

    /// <summary>Stands in results and reports in place of a server model.</summary>
    public required string Name { get; init; }

    /// <summary>Program and arguments; empty for a server that runs already.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>
    /// Where it listens. Null: on a free port of this machine that the harness chooses (<see cref="PortPlace"/>), or
    /// on one that the server chooses and prints (<see cref="PortGroup"/>).
    /// </summary>
    public DnsEndPoint? Address { get; init; }

    /// <summary>
    /// A regular expression: the command is ready when a line of its output matches. Null: when its port answers.
    /// </summary>
    public string? ReadyPattern { get; init; }

    /// <summary>Longest time until it is ready, s.</summary>
    public double ReadyWithin_s { get; init; } = 20;

    /// <summary>Environment variables beside those of the harness.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = Scenario.NoOptions;

    /// <summary>Folder in which the command runs; null for the harness's own.</summary>
    public string? WorkingFolder { get; init; }

    /// <summary>How the command is asked to end.</summary>
    public StopSignal StopSignal { get; init; }

    /// <summary>
    /// Connections that it takes at the same time, ≥ 1; null when no limit is known. No level goes beyond.
    /// </summary>
    public int? MaxConnections { get; init; }

    /// <summary>True when there is nothing to start.</summary>
    public bool IsRunningAlready => Command.Count == 0;
}
