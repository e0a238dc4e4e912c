using System.Globalization;
using LoadHarness.Clients.TestPerf;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Time;
using LoadHarness.Engine;

namespace LoadHarness.Experiments.ClientProcesses;

/// <summary>
/// One measured run of clients that are ready: starts them together, and ends them when it is enough.
/// </summary>
/// <param name="plan">What to run.</param>
/// <param name="group">The clients.</param>
/// <param name="observer">Decides when it is enough.</param>
/// <param name="type">Type of the stage's operations.</param>
/// <param name="slice_ns">Length of the clients' slices, which become windows, ns.</param>
internal sealed class ProcessRun(LoadPlan plan, ClientGroup group, ILoadObserver observer, int type, long slice_ns)
{
    /// <summary>Time for the word to reach a client.</summary>
    private const long Notice_ns = 20_000_000;

    /// <summary>Clients start so long before the first window, so that all of them are in it from its begin.</summary>
    private const long Ahead_ns = 10_000_000;

    private readonly SliceMerger _merger = new(
        plan.Clients, plan.OperationTypeCount, type, slice_ns, Math.Max(1, plan.GeneratorCpus.Count));

    private RunEnd? _end;
    private int _ended;
    private long _operations;

    /// <summary>A run that did nothing.</summary>
    public static RunSnapshot Nothing(RunEnd end) => new()
    {
        Windows = [],
        ClientsByWindow = [],
        ConnectedClients = 0,
        Loop = Name,
        End = end,
        PreparedByOutcome = new long[Enum.GetValues<Outcome>().Length],
    };

    /// <summary>Runs.</summary>
    public RunSnapshot Run(CancellationToken cancellation)
    {
        var notice_ns = Notice_ns + Ahead_ns + (plan.Clients * Notice_ns / 10);
        var first_ns = (((MonotonicClock.Now_ns + notice_ns) / slice_ns) + 1) * slice_ns;
        group.SayAll(plan.Clients, string.Create(CultureInfo.InvariantCulture, $"go {first_ns - Ahead_ns}"));
        AwaitFirstWindow(first_ns, cancellation);
        observer.Started(first_ns);
        var silent_ns = MonotonicClock.Now_ns;
        while (_ended < plan.Clients)
        {
            if (group.TryHear(out var said))
            {
                silent_ns = MonotonicClock.Now_ns;
                if (said.Line is not { } line) return Result(group.Abandon(RunEnd.ServerUnreachable));
                Hear(said.Client, line);
            }
            else if (MonotonicClock.Now_ns - silent_ns > 2 * plan.OperationTimeout_us * 1000)
            {
                return Result(group.Abandon(RunEnd.ServerUnreachable));
            }

            if (cancellation.IsCancellationRequested) End(RunEnd.Cancelled);
        }

        if (_end == RunEnd.Exhausted) observer.WindowClosed(_merger.AddUsedUp(MonotonicClock.Now_ns));
        return Result(_end ?? RunEnd.Complete);
    }

    private const string Name = "client processes";

    private static void AwaitFirstWindow(long first_ns, CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested && first_ns - MonotonicClock.Now_ns is var left_ns and > 0)
            cancellation.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(Math.Ceiling(left_ns / 1e6)));
    }

    private void Hear(int client, string line)
    {
        if (SliceText.Read(line) is { } slice)
        {
            _merger.Add(client, slice);
            while (_end is null && _merger.TryMerge(out var window))
            {
                if (!observer.WindowClosed(window)) End(RunEnd.Complete);
            }

            return;
        }

        var fields = PerfLine.Fields(line);
        if (!fields.TryGetValue("operations", out var operations)) return;
        _ended++;
        _operations += long.Parse(operations, NumberStyles.None, CultureInfo.InvariantCulture);
        End(string.Equals(fields["used_up"], "1", StringComparison.Ordinal) ? RunEnd.Exhausted : RunEnd.Complete);
    }

    private void End(RunEnd end)
    {
        if (_end is not null) return;
        _end = end;
        observer.Ending();
        group.SayAll(plan.Clients, "stop");
    }

    private RunSnapshot Result(RunEnd end) => Nothing(end) with
    {
        Windows = _merger.Windows,
        ClientsByWindow = _merger.ClientsByWindow,
        ConnectedClients = plan.Clients,
        CorrectCount = _operations,
    };
}
