using System.Net;
using System.Net.Sockets;

namespace LoadHarness.Platform.Network;

/// <summary>
/// A completion-shaped event loop for TCP, driven by one thread, which owns sockets and buffers. It serves the load
/// engine
/// and the event-driven server models alike: epoll implements it by readiness inside, io_uring directly, the portable
/// loop with
/// plain sockets. Not thread-safe but for <see cref="Wake"/>.
/// </summary>
public interface INetworkLoop : IDisposable
{
    /// <summary>E.g. <c>epoll</c>.</summary>
    string Name { get; }

    /// <summary>Why this loop was taken instead of the one asked for; null when it is the one asked for.</summary>
    string? Note { get; }

    /// <summary>Monotonic time read once per turn, ns: the moment the events of this turn were collected.</summary>
    long TurnTime_ns { get; }

    /// <summary>
    /// Starts listening and returns the true endpoint. Accepted connections arrive by
    /// <see cref="ILoopHandler.Accepted"/>.
    /// </summary>
    /// <param name="endpoint">Address and port; port 0 takes any free one.</param>
    /// <param name="backlog">Length of the queue of connections not yet accepted.</param>
    /// <param name="isShared">True for one of several processes on a port: <see cref="Sockets.SharedPort"/>.</param>
    /// <exception cref="SocketException">The address cannot be bound.</exception>
    IPEndPoint Listen(IPEndPoint endpoint, int backlog, bool isShared = false);

    /// <summary>Stops (or resumes) taking connections from the backlog.</summary>
    void SetAccepting(bool accepting);

    /// <summary>
    /// Starts connecting (TCP_NODELAY set). The outcome arrives by <see cref="ILoopHandler.Connected"/>, never before
    /// this returns.
    /// </summary>
    /// <param name="target">Where to.</param>
    /// <param name="token">The caller's own number for the connection, 0 … ; kept in
    /// <see cref="LoopConnection.Token"/>.</param>
    /// <param name="source">Address of this machine that the connection comes from, of the target's family; null
    /// leaves the choice to the system. One address has ports for about 28,000 connections to one target.</param>
    LoopConnection Connect(IPEndPoint target, int token, IPAddress? source = null);

    /// <summary>
    /// Sends: at once as far as the kernel takes it, the rest is kept and sent as it drains. The bytes are copied or
    /// gone when it returns.
    /// <see cref="ILoopHandler.Drained"/> follows in a later turn for each call made with <paramref name="notify"/>.
    /// </summary>
    void Send(LoopConnection connection, ReadOnlySpan<byte> bytes, bool notify = false);

    /// <summary>
    /// Hands over to the kernel what was sent in this turn, where a loop gathers it: for an owner that is about to
    /// compute for long inside the turn.
    /// </summary>
    void HandOver();

    /// <summary>
    /// Stops (or resumes) reading from a connection: back-pressure. Input that was left unconsumed before the pause is
    /// passed again in a later turn after resuming, the end with it if it was told, without waiting for more.
    /// </summary>
    void SetReading(LoopConnection connection, bool reading);

    /// <summary>Sends what is pending, then shuts the sending side down.</summary>
    void ShutdownSend(LoopConnection connection);

    /// <summary>
    /// Closes now; pending output is lost. <see cref="ILoopHandler.Closed"/> is not called for it.
    /// </summary>
    /// <param name="connection">The connection; closing twice is harmless.</param>
    /// <param name="reset">True closes with a reset (no TIME_WAIT).</param>
    void Close(LoopConnection connection, bool reset);

    /// <summary>
    /// Asks for <see cref="ILoopHandler.TimerDue"/> at a monotonic time; precision is microseconds where the system
    /// allows.
    /// </summary>
    /// <param name="due_ns">Monotonic ns; a past time is due in the next turn.</param>
    /// <param name="token">Passed back. Timers cannot be withdrawn: the handler ignores what is no longer
    /// wanted.</param>
    void SetTimer(long due_ns, long token);

    /// <summary>
    /// Waits for events at most until <paramref name="until_ns"/> (monotonic), handles all that are there: one turn.
    /// </summary>
    void Turn(ILoopHandler handler, long until_ns);

    /// <summary>Ends the current wait early. The only member that any thread may call.</summary>
    void Wake();
}
