using System.Net;
using System.Net.Sockets;
using LoadHarness.Contracts.Time;
using LoadHarness.Platform.Network;

namespace LoadHarness.Tests.Platform.Network;

/// <summary>Drives a loop on the test's own thread and lets the test say what to do in each callback.</summary>
internal sealed class LoopDriver : ILoopHandler, IDisposable
{
    private static readonly long _patience_ns = 30_000_000_000;

    private readonly List<Socket> _peers = [];

    public LoopDriver(string loopName, bool listen = true)
    {
        Loop = NetworkLoops.Create(loopName);
        Endpoint =
            listen ? Loop.Listen(new IPEndPoint(IPAddress.Loopback, 0), 512) : new IPEndPoint(IPAddress.Loopback, 0);
    }

    public INetworkLoop Loop { get; }

    public IPEndPoint Endpoint { get; }

    public List<LoopConnection> AcceptedConnections { get; } = [];

    public List<(LoopConnection Connection, SocketError Outcome)> ConnectOutcomes { get; } = [];

    public List<(LoopConnection Connection, SocketError Cause)> ClosedCauses { get; } = [];

    public List<long> FiredTimers { get; } = [];

    public int DrainedCount { get; private set; }

    public int EndCount { get; private set; }

    public int TurnCount { get; private set; }

    public MemoryStream Input { get; } = new();

    public Action<LoopConnection> OnAccepted { get; set; } = _ => { };

    public Action<LoopConnection> OnConnected { get; set; } = _ => { };

    public Action<LoopConnection> OnDrained { get; set; } = _ => { };

    public Action<LoopConnection> OnClosed { get; set; } = _ => { };

    public Action<long> OnTimer { get; set; } = _ => { };

    public Func<LoopConnection, byte[], bool, int>? OnReceived { get; set; }

    public void Accepted(LoopConnection connection)
    {
        AcceptedConnections.Add(connection);
        OnAccepted(connection);
    }

    public void Connected(LoopConnection connection, SocketError outcome)
    {
        ConnectOutcomes.Add((connection, outcome));
        OnConnected(connection);
    }

    public int Received(LoopConnection connection, ReadOnlySpan<byte> bytes, bool end)
    {
        connection.IsOpen.ShouldBeTrue();
        if (end) EndCount++;
        if (OnReceived is not null) return OnReceived(connection, bytes.ToArray(), end);
        Input.Write(bytes);
        return bytes.Length;
    }

    public void Drained(LoopConnection connection)
    {
        DrainedCount++;
        OnDrained(connection);
    }

    public void TimerDue(long token)
    {
        FiredTimers.Add(token);
        OnTimer(token);
    }

    public void Closed(LoopConnection connection, SocketError cause)
    {
        connection.IsOpen.ShouldBeFalse();
        ClosedCauses.Add((connection, cause));
        OnClosed(connection);
    }

    public void TurnEnded() => TurnCount++;

    /// <summary>Turns the loop until the condition holds; fails after 30 s.</summary>
    public void Until(Func<bool> condition, string what)
    {
        var giveUp_ns = MonotonicClock.Now_ns + _patience_ns;
        while (!condition())
        {
            Loop.Turn(this, MonotonicClock.Now_ns + 5_000_000);
            MonotonicClock.Now_ns.ShouldBeLessThan(giveUp_ns, what);
        }
    }

    /// <summary>Makes some turns, so that what must not happen has its chance.</summary>
    public void Turns(int count = 20)
    {
        for (var i = 0; i < count; i++) Loop.Turn(this, MonotonicClock.Now_ns + 500_000);
    }

    /// <summary>A plain blocking socket connected to the loop, and the loop's side of it.</summary>
    public (Socket Peer, LoopConnection Connection) Pair()
    {
        var before = AcceptedConnections.Count;
        var peer = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        peer.ReceiveTimeout = peer.SendTimeout = 30_000;
        _peers.Add(peer);
        peer.Connect(Endpoint);
        Until(() => AcceptedConnections.Count > before, "the connection is accepted");
        return (peer, AcceptedConnections[before]);
    }

    public void Dispose()
    {
        Loop.Dispose();
        foreach (var peer in _peers) peer.Dispose();
    }
}
