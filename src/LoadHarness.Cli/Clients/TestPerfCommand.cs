using System.CommandLine;
using System.Net.Sockets;
using LoadHarness.Cli.Discovery;
using LoadHarness.Cli.Registry;
using LoadHarness.Cli.Serving;
using LoadHarness.Clients.TestPerf;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Discovery;

namespace LoadHarness.Cli.Clients;

/// <summary>
/// <c>loadharness client testperf</c>: one client of the hash table, one operation after the other, stage by stage.
/// </summary>
internal sealed class TestPerfCommand
{
    private const string WorkloadName = "hashtable";
    private const int Attempts = 4;

    /// <summary>Enough keys for a stage of some seconds.</summary>
    private static readonly Dictionary<string, string> Defaults =
        new(StringComparer.Ordinal) { ["pool"] = "100000" };

    private readonly Argument<string> _server = new("server")
    {
        Description = "host:port of the server, or the project's name under which it is registered",
    };

    private readonly Option<CatalogAddress> _catalog = CatalogOption.Create("the catalog that knows the project");
    private readonly Option<int> _seconds = NumberOption.Create("--seconds", "measured time of a stage", 5, 3600);
    private readonly Option<string[]> _stages;

    private readonly Option<int> _number = NumberOption.Create(
        "--number", "number of this client; clients with different numbers have no key in common", 1, 1_000_000);

    private readonly Option<int> _timeout = NumberOption.Create(
        "--timeout-ms", "longest wait for an answer, in ms", 10_000, 3_600_000);

    private readonly Option<int> _slice = NumberOption.Create(
        "--slice-ms", "length of the slices of the clock in which operations are counted, in ms", 100, 10_000);

    private readonly ControlFlags _control = new();
    private readonly IWorkload _workload;
    private readonly WorkloadFlags _flags;

    private TestPerfCommand(IWorkload workload)
    {
        _workload = workload;
        _flags = new WorkloadFlags(workload, OptionSide.Client, Defaults);
        _stages = new Option<string[]>("--stages")
        {
            Description = "what to measure, in this order",
            DefaultValueFactory = _ => [.. workload.UsualStages],
            AllowMultipleArgumentsPerToken = true,
            HelpName = string.Join('|', workload.Stages),
        };
        _stages.AcceptOnlyFromAmong([.. workload.Stages]);
    }

    /// <summary>The command with its options.</summary>
    internal static Command Create(WorkloadRegistry workloads)
    {
        var made = new TestPerfCommand(workloads.Find(WorkloadName)!);
        var command = new Command("testperf", "Measure a hash table with one client: one operation after the other.")
        {
            made._server, made._catalog, made._seconds, made._stages, made._number, made._timeout,
            made._slice,
        };
        made._control.AddTo(command, made._number);
        made._flags.AddTo(command);
        command.SetAction(made.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var console = parsed.InvocationConfiguration;
        var problems = new List<string>();
        var settings = _flags.Read(parsed, problems);
        if (problems.Count > 0)
        {
            foreach (var problem in problems) console.Error.WriteLine($"--{problem}");
            return (int)ExitCode.UsageError;
        }

        using var stop = new CancellationTokenSource();
        using var signals = new ServerSignals(stop.Cancel);
        try
        {
            var code = ClientFailures.Guard(console.Error, () => Measure(parsed, settings, stop.Token));
            return stop.IsCancellationRequested ? (int)ExitCode.Interrupted : code;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return (int)ExitCode.Interrupted;
        }
    }

    private void Measure(ParseResult parsed, WorkloadSettings settings, CancellationToken stop)
    {
        var number = parsed.GetValue(_number);
        var share = _control.Share(parsed, number);
        using var client = new PerfClient(
            stage => _workload.CreatePopulation(settings, stage, share, number), Connection(parsed, stop),
            parsed.GetValue(_slice) * 1_000_000L);
        var (stages, length) = (parsed.GetRequiredValue(_stages), TimeSpan.FromSeconds(parsed.GetValue(_seconds)));
        if (_control.IsControlled(parsed)) _control.Run(parsed, client, number, stages, length, stop);
        else new TimedStages(client, number, parsed.InvocationConfiguration.Output).Run(stages, length, stop);
    }

    private Func<Socket> Connection(ParseResult parsed, CancellationToken stop)
    {
        var server = parsed.GetRequiredValue(_server);
        var timeout = TimeSpan.FromMilliseconds(parsed.GetValue(_timeout));
        return server.Contains(':', StringComparison.Ordinal)
            ? ServerConnection.To(server, timeout)
            : ServerConnection.OfAsync(server, parsed.GetRequiredValue(_catalog), Attempts, timeout,
                parsed.InvocationConfiguration.Error, stop).GetAwaiter().GetResult();
    }
}
