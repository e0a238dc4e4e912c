using System.Net.Sockets;
using LoadHarness.Platform.Processes;

namespace LoadHarness.Platform.Network.Probing;

/// <summary>
/// A short trial of the loops, half a second altogether: small messages over loopback between 64 connections and an
/// echo server in this process, both loops in turn, by the CPU clock of the thread that drives them. Half a second of
/// measuring cannot tell loops apart that are within some per cent of each other, and need not.
/// </summary>
public static class LoopTrialRun
{
    private const int Connections = 64;
    private const int Rounds = 7;
    private const long Slice_ns = 20_000_000;

    /// <summary>Until code is compiled as it will run later.</summary>
    private const long WarmUp_ns = 100_000_000;

    /// <summary>Measures, on a thread of its own.</summary>
    /// <param name="clientCpu">CPU of the side that is measured.</param>
    /// <param name="serverCpu">CPU of the server.</param>
    /// <returns>The rounds; none where io_uring is not to be had, or the trial failed.</returns>
    public static IReadOnlyList<LoopRound> Measure(int clientCpu, int serverCpu)
    {
        IReadOnlyList<LoopRound> rounds = [];
        if (!OperatingSystem.IsLinux()) return rounds;
        var thread = new Thread(() => rounds = MeasureHere(clientCpu, serverCpu)) { Name = "loop trial" };
        thread.Start();
        thread.Join();
        return rounds;
    }

    private static IReadOnlyList<LoopRound> MeasureHere(int clientCpu, int serverCpu)
    {
        _ = ThreadAffinity.PinCurrentThread(clientCpu);
        try
        {
            using var server = new EchoThread(serverCpu);
            using var epoll = new PingPong(NetworkLoops.Epoll, server.Endpoint, Connections);
            using var ring = new PingPong(NetworkLoops.IoUring, server.Endpoint, Connections);
            var isThere = string.Equals(ring.LoopName, NetworkLoops.IoUring, StringComparison.Ordinal);
            return isThere && epoll.IsConnected && ring.IsConnected ? Alternate(epoll, ring) : [];
        }
        catch (SocketException)
        {
            return [];
        }
    }

    /// <summary>Who comes first changes from round to round.</summary>
    private static List<LoopRound> Alternate(PingPong epoll, PingPong ring)
    {
        epoll.Cost_us(WarmUp_ns);
        ring.Cost_us(WarmUp_ns);
        var rounds = new List<LoopRound>();
        for (var round = 0; round < Rounds; round++)
        {
            var isEpollFirst = round % 2 == 0;
            var first_us = (isEpollFirst ? epoll : ring).Cost_us(Slice_ns);
            var second_us = (isEpollFirst ? ring : epoll).Cost_us(Slice_ns);
            rounds.Add(isEpollFirst ? new LoopRound(first_us, second_us) : new LoopRound(second_us, first_us));
        }

        return rounds;
    }
}
