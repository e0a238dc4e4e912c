using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using LoadHarness.Contracts.Measuring;
using LoadHarness.Torture.Attacks.Victims;

namespace LoadHarness.Torture.Attacks;

/// <summary>
/// A well-behaved client beside an attack: it checks every answer and takes the time of every operation.
/// </summary>
/// <param name="server">Whom it asks.</param>
/// <param name="victim">What that serves.</param>
/// <param name="patience">See <see cref="InnocentSocket"/>.</param>
internal sealed class Innocent(IPEndPoint server, Victim victim, TimeSpan? patience = null) : IDisposable
{
    private InnocentSocket? _socket;
    private int _number;

    /// <summary>How long operations took, from connect where each needs a connection.</summary>
    public LatencyHistogram Latencies { get; } = new();

    /// <summary>Operations that were answered rightly.</summary>
    public long Completed => Latencies.Count;

    /// <summary>Operations that failed, each followed by a new connection.</summary>
    public long Failed { get; private set; }

    /// <summary>Why the last one failed.</summary>
    public Exception? LastFailure { get; private set; }

    /// <summary>Does what has to be there before.</summary>
    public void Prepare()
    {
        using var socket = new InnocentSocket(server, patience: patience);
        victim.Prepare(socket);
    }

    /// <summary>Does one operation.</summary>
    /// <returns>False when it failed.</returns>
    public bool Try()
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            _socket ??= new InnocentSocket(server, patience: patience);
            victim.Operation(_socket, ++_number);
            if (!victim.KeepsConnection) Leave();
            Latencies.Record((long)Stopwatch.GetElapsedTime(start).TotalNanoseconds);
            return true;
        }
        catch (Exception e) when (e is SocketException or IOException or InvalidDataException or JsonException)
        {
            Leave();
            Failed++;
            LastFailure = e;
            return false;
        }
    }

    /// <summary>Gives its connection up; the next operation makes another one.</summary>
    public void Leave()
    {
        _socket?.Dispose();
        _socket = null;
    }

    /// <inheritdoc/>
    public void Dispose() => Leave();
}
