using System.Diagnostics.CodeAnalysis;

namespace LoadHarness.Servers.Shared;

/// <summary>
/// The connections of one thread whose handlers want to go on, the longest waiting first. They come behind new input:
/// in a round each has at most one turn, and after <see cref="Round"/> it is looked for new input again. So however
/// many there are, a request waits for no more than a round and the last turn of it.
/// </summary>
/// <param name="time">Measures the round.</param>
internal sealed class Continuations<T>(TimeProvider time)
{
    /// <summary>
    /// A slice of long work, or some dozen pieces of large answers: so long that looking for input between rounds
    /// costs little, and far less than anybody notices.
    /// </summary>
    public static readonly TimeSpan Round = TimeSpan.FromMilliseconds(1);

    private readonly long _round_ticks = (long)(Round.TotalSeconds * time.TimestampFrequency);
    private readonly Queue<T> _waiting = new();
    private int _left;
    private long _end;

    /// <summary>True when nobody waits.</summary>
    public bool IsEmpty => _waiting.Count == 0;

    /// <summary>Puts one at the end.</summary>
    public void Add(T connection) => _waiting.Enqueue(connection);

    /// <summary>Begins a round for those who wait now.</summary>
    public void BeginRound() => (_left, _end) = (_waiting.Count, 0);

    /// <summary>The next one of the round; of every round there is at least one.</summary>
    /// <returns>False when the round is over.</returns>
    public bool TryTake([MaybeNullWhen(false)] out T connection)
    {
        connection = default;
        if (_left == 0) return false;
        var now = time.GetTimestamp();
        if (_end == 0) _end = now + _round_ticks;
        else if (now >= _end) return false;
        _left--;
        connection = _waiting.Dequeue();
        return true;
    }
}
