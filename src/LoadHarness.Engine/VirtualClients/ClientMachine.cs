using System.Net.Sockets;
using LoadHarness.Contracts.Loading;
using LoadHarness.Contracts.Time;
using LoadHarness.Contracts.Workloads;
using LoadHarness.Engine.Recording;
using LoadHarness.Engine.Schedules;
using LoadHarness.Platform.Network;
using LoadHarness.Platform.Network.Buffers;

namespace LoadHarness.Engine.VirtualClients;

/// <summary>
/// The virtual clients of one generator thread: turns what the loop tells into calls of the clients, and what they
/// answer into
/// sends, timers and records. Connecting, operating, failing and the arrivals of an open loop are in the files of those
/// names.
/// </summary>
internal sealed partial class ClientMachine : ILoopHandler
{
    private readonly LoadPlan _plan;
    private readonly INetworkLoop _loop;
    private readonly ClosedLoopSchedule _schedule;
    private readonly ClientSlot[] _slots;
    private readonly OutputBuffer _request = new(keepsArray: true);
    private readonly bool _isPersistent;
    private readonly int _connectsAtOnce;
    private readonly ExtraWork? _extraWork;
    private int _idleCount;
    private bool _isOperating;

    /// <summary>Takes the clients over; nothing happens before <see cref="Ramp"/>.</summary>
    /// <param name="plan">What to run.</param>
    /// <param name="loop">The thread's loop.</param>
    /// <param name="clients">The thread's clients.</param>
    /// <param name="recorder">Where the first operations are counted.</param>
    /// <param name="connectsAtOnce">Most first connects in flight.</param>
    public ClientMachine(LoadPlan plan, INetworkLoop loop, IReadOnlyList<IVirtualClient> clients,
        WindowRecorder recorder, int connectsAtOnce)
    {
        (_plan, _loop, Recorder, _connectsAtOnce) = (plan, loop, recorder, connectsAtOnce);
        _schedule = new ClosedLoopSchedule(plan.ThinkTime_us, plan.RetryPause_us);
        _slots = [.. clients.Select((client, index) => new ClientSlot(index, client))];
        _extraWork = plan.ExtraWork_ns > 0 ? new ExtraWork(plan.ExtraWork_ns) : null;
        _isPersistent = plan.ConnectionUse == ConnectionUse.Persistent;
    }

    /// <summary>Where operations are counted; exchanged at every window's end.</summary>
    public WindowRecorder Recorder { get; set; }

    /// <summary>Time with operations outstanding.</summary>
    public OutstandingTime Outstanding { get; } = new();

    /// <summary>
    /// How far clients are into their present operation, summed over clients, ns; one that pauses before it is still
    /// that much away, which counts as negative.
    /// </summary>
    public long Age_ns(long now_ns)
    {
        var sum_ns = 0L;
        foreach (var slot in _slots)
        {
            if (slot.State is SlotState.Pausing or SlotState.Thinking || IsOutstanding(slot))
                sum_ns += now_ns - slot.Started_ns;
        }

        return sum_ns;
    }

    /// <summary>A client had nothing left to measure.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>Every client has nothing left to prepare.</summary>
    public bool IsPrepared => _idleCount == _slots.Length;

    /// <summary>When a client last got on: a correct operation, or nothing left to do. Monotonic ns.</summary>
    public long LastProgress_ns { get; private set; } = MonotonicClock.Now_ns;

    /// <summary>Clients whose connection is up and who wait for the start.</summary>
    public int ReadyCount => _slots.Count(slot => slot.State == SlotState.Ready);

    /// <summary>From now on clients operate; before, they only connect.</summary>
    /// <param name="arrivals">For an open loop: what they wait for.</param>
    public void StartOperating(ArrivalQueue? arrivals = null)
    {
        _isOperating = true;
        LastProgress_ns = MonotonicClock.Now_ns;
        if (arrivals is not null)
        {
            StartArrivals(arrivals);
            return;
        }

        foreach (var slot in _slots)
        {
            if (slot.State == SlotState.Ready) Proceed(slot);
        }
    }

    /// <summary>Ends everything: outstanding operations are given up and counted nowhere.</summary>
    public void Stop()
    {
        foreach (var slot in _slots)
        {
            GiveUpOperation(slot);
            Disconnect(slot);
            slot.State = SlotState.Idle;
        }
    }

    /// <inheritdoc/>
    public void TimerDue(long token)
    {
        var slot = _slots[(int)(uint)token];
        if (slot.TimerToken != token) return;
        if (slot.State == SlotState.Pausing) ContinueOperation(slot);
        else if (slot.State is SlotState.Resting or SlotState.Thinking) Proceed(slot);
    }

    /// <inheritdoc/>
    public void Closed(LoopConnection connection, SocketError cause)
    {
        var slot = _slots[connection.Token];
        slot.Connection = null;
        if (slot.State is SlotState.Outstanding or SlotState.Pausing) Fail(slot, Outcome.Reset, MonotonicClock.Now_ns);
        else LoseIdleConnection(slot);
    }

    /// <inheritdoc/>
    public void Accepted(LoopConnection connection) =>
        throw new InvalidOperationException("A load generator does not listen.");

    /// <inheritdoc/>
    public void Drained(LoopConnection connection)
    {
        // Never asked for: a request that waits for room is on its way like any other.
    }

    private void WaitUntil(ClientSlot slot, long due_ns)
    {
        slot.TimerNumber++;
        _loop.SetTimer(due_ns, slot.TimerToken);
    }
}
