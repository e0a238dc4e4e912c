using System.Buffers;
using LoadHarness.Contracts.Serving;
using LoadHarness.Contracts.Time;

namespace LoadHarness.Tests.Servers.Fakes;

/// <summary>Checks that a model calls a handler as the contract says, and passes the calls on.</summary>
internal sealed class CheckedHandler : IConnectionHandler
{
    private readonly FakeService _service;
    private readonly IConnectionHandler _inner;
    private Next? _expected;
    private long _due_ns;
    private int _left;
    private bool _ended;
    private bool _hasDrained;
    private bool _isClosed;
    private int _active;

    public CheckedHandler(FakeService service, IConnectionHandler inner)
    {
        _service = service;
        _inner = inner;
    }

    public bool IsInRequest => _inner.IsInRequest;

    public Step Start(IBufferWriter<byte> output)
    {
        Require(_expected is null, "Start was called twice");
        return Note(Within(() => _inner.Start(output)), 0);
    }

    public Step Receive(ReadOnlySpan<byte> input, bool end, IBufferWriter<byte> output)
    {
        Require(_expected == Next.Read, $"Receive was called while {_expected} was asked for");
        Require(!_ended || end, "the end was told and taken back");
        Require(!_ended || _hasDrained, "the end was told twice");
        Require(input.Length > _left || (end && !_ended) || _hasDrained, "Receive was called with nothing new");
        _ended |= end;
        _hasDrained = false;
        Enter();
        try
        {
            return Note(_inner.Receive(input, end, output), input.Length);
        }
        finally
        {
            Leave();
        }
    }

    public Step Drained(IBufferWriter<byte> output)
    {
        Require(_expected is Next.Drain or Next.Wait, $"Drained was called while {_expected} was asked for");
        Require(_expected != Next.Wait || MonotonicClock.Now_ns >= _due_ns, "the moment had not come");
        _hasDrained = true;
        return Note(Within(() => _inner.Drained(output)), _left);
    }

    public void GiveUp(string why, IBufferWriter<byte> output)
    {
        Require(_expected == Next.Read, $"GiveUp was called while {_expected} was asked for");
        Within(() =>
        {
            _inner.GiveUp(why, output);
            return default;
        });
        _expected = Next.Close;
    }

    public void Closed()
    {
        Require(!_isClosed, "Closed was called twice");
        Enter();
        _isClosed = true;
        Leave();
        _service.CountClosed();
        _inner.Closed();
    }

    private Step Within(Func<Step> call)
    {
        Enter();
        try
        {
            return call();
        }
        finally
        {
            Leave();
        }
    }

    private Step Note(Step step, int length)
    {
        (_expected, _due_ns) = (step.Next, step.Due_ns);
        _left = length - step.Consumed;
        return step;
    }

    private void Enter()
    {
        Require(!_isClosed, "a call came after Closed");
        Require(Interlocked.Increment(ref _active) == 1, "calls of one handler overlap");
        _service.Enter();
    }

    private void Leave()
    {
        _service.Leave();
        Interlocked.Decrement(ref _active);
    }

    private void Require(bool holds, string otherwise)
    {
        if (!holds) _service.Violations.Enqueue(otherwise);
    }
}
