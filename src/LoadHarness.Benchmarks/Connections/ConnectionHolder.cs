using System.Globalization;
using System.Net;
using BenchmarkDotNet.Loggers;
using LoadHarness.Contracts.Scenarios;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Engine;
using LoadHarness.Platform.Processes;
using LoadHarness.Workloads.Null;

namespace LoadHarness.Benchmarks.Connections;

/// <summary>
/// A generator process that holds connections: each virtual client does an operation now and then, so that every
/// connection is known to work.
/// </summary>
internal static class ConnectionHolder
{
    /// <summary>Name of the command.</summary>
    public const string Verb = "hold";

    /// <summary>The line that says that all clients have tried to connect.</summary>
    public const string Connected = "connected";

    private const int Parameters = 5;
    private const int OperationsEach = 6;
    private const int WarmUpClients = 16;
    private const long WarmUp_ns = 1_000_000_000;
    private const long Timeout_us = 30_000_000;

    private static readonly ILogger _log = ConsoleLogger.Default;

    /// <summary>The command line of a generator.</summary>
    public static IEnumerable<string> Arguments(
        IPEndPoint target, int connections, int length_s, IPAddress source, string loop) =>
    [
        Verb, target.ToString(), connections.ToString(CultureInfo.InvariantCulture),
        length_s.ToString(CultureInfo.InvariantCulture), source.ToString(), loop,
    ];

    /// <summary>Runs it.</summary>
    /// <returns>Exit code.</returns>
    public static int Run(string[] arguments)
    {
        if (arguments.Length != Parameters) return 2;
        var connections = int.Parse(arguments[1], CultureInfo.InvariantCulture);
        var length_s = int.Parse(arguments[2], CultureInfo.InvariantCulture);
        if (DescriptorLimit.RaiseToHard().Shortage(connections) is { } shortage)
        {
            _log.WriteLineError(shortage);
            return 1;
        }

        var workload = new NullWorkload();
        var settings = WorkloadSettings.Create(workload.Options, Scenario.NoOptions, []);
        var population = workload.CreatePopulation(settings, workload.Stages[0], PopulationShare.Whole, seed: 1);
        var plan = new LoadPlan
        {
            Target = IPEndPoint.Parse(arguments[0]),
            Clients = WarmUpClients,
            ConnectionUse = workload.ConnectionUse,
            OperationTypeCount = workload.OperationTypes.Count,
            Window_ns = WarmUp_ns,
            Loop = arguments[4],
            OperationTimeout_us = Timeout_us,
            SourceAddresses = [IPAddress.Parse(arguments[3])],
        };
        // What the runtime takes for its code is no connection's.
        new LoadEngine().Run(plan, [population], new HoldObserver(() => { }), default);
        var idle_bytes = Environment.WorkingSet;
        var observer = new HoldObserver(() => _log.WriteLine(Connected));
        var run = new LoadEngine().Run(
            plan with
            {
                Clients = connections,
                Window_ns = length_s * 1_000_000_000L,
                ThinkTime_us = length_s * 1_000_000L / OperationsEach,
            },
            [population], observer, default);
        _log.WriteLine(new HoldLine(
            run.ConnectedClients,
            run.Windows.Sum(window => window.CorrectCount),
            run.Windows.Sum(window => window.ErrorCount),
            idle_bytes,
            observer.Held_bytes).ToString());
        return 0;
    }
}
