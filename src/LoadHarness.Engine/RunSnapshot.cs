using System.Net.Sockets;

namespace LoadHarness.Engine;

/// <summary>The result of one run of the engine.</summary>
public sealed record RunSnapshot
{
    /// <summary>Every closed window, in order; empty for preparation.</summary>
    public required IReadOnlyList<WindowSnapshot> Windows { get; init; }

    /// <summary>
    /// Totals by client index (0 … clients − 1) and window: <c>[window][client]</c>, so that dropped windows can be
    /// left out.
    /// </summary>
    public required IReadOnlyList<ClientTotals[]> ClientsByWindow { get; init; }

    /// <summary>Clients whose connection was up when the first window started.</summary>
    public required int ConnectedClients { get; init; }

    /// <summary>The network loop used, e.g. <c>epoll</c>.</summary>
    public required string Loop { get; init; }

    /// <summary>Generator threads that the system did not bind to their CPU; 0 when all are as planned.</summary>
    public int UnpinnedThreads { get; init; }

    /// <summary>Why the run ended.</summary>
    public required RunEnd End { get; init; }

    /// <summary>
    /// Why a connect failed before it reached the server: what this machine has run out of, in the system's word; null
    /// when nothing has.
    /// </summary>
    public SocketError? Shortage { get; init; }

    /// <summary>The first answer of a generator thread that was wrong or broken off; null when none was.</summary>
    public FaultyAnswer? FaultyAnswer { get; init; }

    /// <summary>For preparation: operations done, by outcome.</summary>
    public required long[] PreparedByOutcome { get; init; }

    /// <summary>
    /// Correct operations of a measured run from its start to its very end, what came after the last closed window
    /// included:
    /// to be compared with the server's own count.
    /// </summary>
    public long CorrectCount { get; init; }

    /// <summary>
    /// Bytes allocated on generator threads between the end of the first window and the end of the last one.
    /// </summary>
    public long SteadyStateAllocated_bytes { get; init; }
}
