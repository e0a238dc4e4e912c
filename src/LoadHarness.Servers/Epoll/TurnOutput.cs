using LoadHarness.Contracts.Serving;
using LoadHarness.Platform.Network.Buffers;

namespace LoadHarness.Servers.Epoll;

/// <summary>
/// Where the handlers of all connections write during a turn. What may leave leaves at once; what has to wait for the
/// log stays, one piece behind the other, until the turn's one flush. So no connection owns an output buffer, and
/// the steady state allocates nothing.
/// </summary>
/// <param name="durable">The log; null for services that keep nothing.</param>
internal sealed class TurnOutput(IDurable? durable) : IRevocableOutput
{
    private const int SmallestArray_bytes = 128 * 1024;
    private const int LargestKept_bytes = 4 * 1024 * 1024;
    private const int SmallestSpan_bytes = 256;

    private readonly List<(LoopSession Session, int Start, int Length)> _withheld = [];
    private byte[] _array = new byte[SmallestArray_bytes];
    private int _start;
    private int _end;
    private long _needed;

    /// <inheritdoc/>
    public int Length => _end - _start;

    /// <summary>What the present call has written.</summary>
    public ReadOnlySpan<byte> Written => _array.AsSpan(_start, _end - _start);

    /// <inheritdoc/>
    public void CutBack(int length) => _end = _start + length;

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _array.Length - _end);
        _end += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _array.AsMemory(_end);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _array.AsSpan(_end);
    }

    /// <summary>True when output that depends on a log position may leave.</summary>
    public bool MayLeave(long commitPoint) => commitPoint == 0 || durable is null || commitPoint <= durable.DurableUpTo;

    /// <summary>Keeps what the present call has written until the log position is durable.</summary>
    public void Withhold(LoopSession session, long commitPoint)
    {
        _withheld.Add((session, _start, Length));
        _needed = Math.Max(_needed, commitPoint);
        _start = _end;
    }

    /// <summary>The turn is over: one flush for all, then all leave.</summary>
    /// <exception cref="DurabilityException">Nothing leaves.</exception>
    public void Release()
    {
        if (_withheld.Count == 0) return;
        var flushed = 0;
        for (var i = 0; i < _withheld.Count; i++)
        {
            if (i == flushed)
            {
                // What leaves may let a handler go on and write more: it comes behind, with a flush of its own.
                if (_needed > durable!.DurableUpTo) durable.Flush();
                flushed = _withheld.Count;
            }

            var (session, start, length) = _withheld[i];
            session.Release(_array.AsSpan(start, length));
        }

        _withheld.Clear();
        (_start, _end, _needed) = (0, 0, 0);
        if (_array.Length > LargestKept_bytes) _array = new byte[SmallestArray_bytes];
    }

    private void MakeRoom(int sizeHint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sizeHint);
        var wanted = Math.Max(sizeHint, SmallestSpan_bytes);
        if (_array.Length - _end >= wanted) return;
        var larger = new byte[checked(_end + Math.Max(wanted, _end))];
        _array.AsSpan(0, _end).CopyTo(larger);
        _array = larger;
    }
}
