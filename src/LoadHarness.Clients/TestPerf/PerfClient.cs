using System.Net.Sockets;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Time;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Clients.TestPerf;

/// <summary>One client in one stage after the other: makes ready what a stage needs, then operates.</summary>
/// <param name="populations">The client's own population for a stage.</param>
/// <param name="connect">Makes a connection; throws <see cref="SocketException"/>.</param>
/// <param name="slice_ns">Length of a slice, ns.</param>
public sealed class PerfClient(Func<string, IClientPopulation> populations, Func<Socket> connect, long slice_ns)
    : IDisposable
{
    /// <summary>Operations of a preparation that may fail in a row.</summary>
    private const int AllowedFailures = 3;

    private static readonly TimeSpan _retryPause = TimeSpan.FromMilliseconds(10);

    private readonly Dictionary<string, IClientPopulation> _populations = new(StringComparer.Ordinal);
    private BlockingConversation? _conversation;
    private string _stage = "";

    /// <summary>Length of a slice, ns.</summary>
    internal long Slice_ns => slice_ns;

    /// <summary>Connects and puts the server into the state from which a stage starts; not measured.</summary>
    /// <exception cref="ServerException">The server does not take it.</exception>
    public void Prepare(string stage)
    {
        if (!_populations.TryGetValue(stage, out var population))
        {
            population = populations(stage);
            // Nobody else has its keys, and those that an earlier run has left hurt nobody: they are overwritten.
            if (_populations.Count == 0) population.ServerReplaced();
            _populations[stage] = population;
        }

        if (!string.Equals(stage, _stage, StringComparison.Ordinal) || _conversation is null)
        {
            _conversation?.Dispose();
            _conversation = new BlockingConversation(connect, population.CreateClient(0));
            _stage = stage;
        }

        if (_conversation.Connect() is { } outcome) throw Unprepared(outcome);
        var failures = 0;
        while (population.NeedsPreparation && _conversation.Perform(Purpose.Prepare) is { } ended)
        {
            failures = ended == Outcome.Correct ? 0 : failures + 1;
            if (failures == AllowedFailures) throw Unprepared(ended);
        }
    }

    /// <summary>Operates in the stage prepared last.</summary>
    /// <param name="start_ns">When to begin, monotonic ns.</param>
    /// <param name="end_ns">After which moment no operation begins.</param>
    /// <param name="closed">Receives every slice when it is over, the cut ones included.</param>
    /// <param name="stop">Ends it after the operation that is outstanding.</param>
    public StagePart Run(long start_ns, long end_ns, Action<Slice> closed, CancellationToken stop)
    {
        var conversation = _conversation ?? throw new InvalidOperationException("no stage is prepared");
        var (cpu_ns, sent, received) = (ThreadCpuClock.Now_ns, conversation.Sent_bytes, conversation.Received_bytes);
        var recorder = new SliceRecorder(slice_ns, slice =>
        {
            var now_ns = ThreadCpuClock.Now_ns;
            slice.Cpu_ns = now_ns - cpu_ns;
            slice.Sent_bytes = conversation.Sent_bytes - sent;
            slice.Received_bytes = conversation.Received_bytes - received;
            (cpu_ns, sent, received) = (now_ns, conversation.Sent_bytes, conversation.Received_bytes);
            closed(slice);
        });
        AwaitStart(start_ns, stop);
        var begin_ns = MonotonicClock.Now_ns;
        var last_ns = begin_ns;
        var isUsedUp = false;
        recorder.Start(begin_ns);
        while (last_ns < end_ns && !stop.IsCancellationRequested)
        {
            if (conversation.Perform(Purpose.Measure) is not { } outcome)
            {
                isUsedUp = true;
                break;
            }

            recorder.Record(conversation.Begun_ns, conversation.Ended_ns, outcome);
            if (outcome is not (Outcome.Correct or Outcome.WrongAnswer)) stop.WaitHandle.WaitOne(_retryPause);
            last_ns = MonotonicClock.Now_ns;
        }

        last_ns = MonotonicClock.Now_ns;
        recorder.End(last_ns);
        return new StagePart(begin_ns, last_ns, isUsedUp);
    }

    /// <inheritdoc/>
    public void Dispose() => _conversation?.Dispose();

    private static void AwaitStart(long start_ns, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && start_ns - MonotonicClock.Now_ns is var left_ns and > 0)
            stop.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(Math.Ceiling(left_ns / 1e6)));
    }

    private static ServerException Unprepared(Outcome outcome) => new(outcome switch
    {
        Outcome.Refused => "the server refuses connections",
        Outcome.ConnectFailed => "the server cannot be reached",
        Outcome.Timeout => "the server does not answer in time while the stage is made ready",
        Outcome.WrongAnswer => "the server answers wrongly while the stage is made ready; is the dialect right?",
        _ => "the server closes the connection while the stage is made ready",
    });
}
